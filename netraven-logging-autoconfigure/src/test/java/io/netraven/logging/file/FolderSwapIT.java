package io.netraven.logging.file;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stranger exchanges a file of the log between any two calls to the disk, for each kind
 * of thing that a name can have. All lines stay, in the folder or where the stranger has
 * moved them, and nothing outside is touched.
 */
@NeedsRoot
class FolderSwapIT {

	private static final int STRANGER = 4242;

	private static final String SECRET = "the key of the application\n";

	private static final int LAST_CALL = 120;

	private static final int CALLS_AFTERWARDS = 40;

	private static final int RUNS = 20;

	private static final long SEED = 26;

	@TempDir
	Path above;

	static Stream<Swap> swaps() {
		Random random = new Random(SEED);
		return IntStream.range(0, RUNS)
			.mapToObj((run) -> new Swap(random.nextInt(LAST_CALL), Kind.values()[run % Kind.values().length],
					random.nextInt(10)));
	}

	@ParameterizedTest
	@MethodSource("swaps")
	void noLineIsLostAndNothingOutsideIsTouched(Swap swap) throws Exception {
		Path secret = Files.writeString(this.above.resolve("secret"), SECRET);
		Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
		LogFolder folder = new LogFolder(Files.createDirectory(this.above.resolve("logs")));
		Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
		Path aside = Files.createDirectory(this.above.resolve("aside"));
		AtomicInteger calls = new AtomicInteger();
		AtomicBoolean over = new AtomicBoolean();
		FileOperations operations = before(() -> {
			if (calls.getAndIncrement() == swap.call() && !over.get()) {
				swap.exchange(folder.path(), aside, secret);
			}
		});
		LogFileSettings settings = WriterRig.settings(folder.path(), Delivery.SYNC, Rotations.compressing(2000));
		WriterThreads threads = WriterThreads.ofTheNextWriter();
		List<String> lines = new ArrayList<>();
		try (LogFileWriter writer = LogFileWriter.capture(settings, TestWriter.limits(settings),
				(gap) -> TestWriter.bytes("GAP"), new LogFileListener() {
				}, operations)) {
			writer.open();
			while (calls.get() <= swap.call() + CALLS_AFTERWARDS) {
				int before = calls.get();
				append(writer, lines);
				writer.rotate();
				LogFolder.eventually(() -> assertThat(calls).hasValueGreaterThan(before));
			}
			over.set(true);
			clean(folder.path(), secret);
			LogFolder.eventually(() -> {
				append(writer, lines);
				assertThat(writer.status().state()).isEqualTo(LogFileState.WRITING);
			});
			assertThat(writer.status().linesLost()).isZero();
		}
		threads.awaitEnd();
		List<String> found = folder.lines();
		try (Stream<Path> moved = Files.list(aside)) {
			for (Path file : moved.filter((path) -> !path.toString().contains(".gz")).toList()) {
				found.addAll(Files.readAllLines(file));
			}
		}
		assertThat(found).containsAll(lines);
		assertThat(secret).hasContent(SECRET.strip());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
	}

	private static void append(LogFileWriter writer, List<String> lines) {
		String line = "line " + lines.size() + " " + "x".repeat(200);
		lines.add(line);
		writer.append(TestWriter.bytes(line));
	}

	/**
	 * Removes what is the stranger's, as an operator would.
	 * @param folder the folder
	 * @param secret what he may have given a second name there
	 * @throws IOException if that fails
	 */
	private static void clean(Path folder, Path secret) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				if (isForeign(file, secret)) {
					Files.deleteIfExists(file);
				}
			}
		}
	}

	private static boolean isForeign(Path file, Path secret) throws IOException {
		try {
			return Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS).equals(STRANGER)
					|| Files.isSameFile(file, secret);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	private static FileOperations before(LogFolderAction action) {
		FileOperations disk = new DiskOperations();
		return (FileOperations) Proxy.newProxyInstance(FileOperations.class.getClassLoader(),
				new Class<?>[] { FileOperations.class }, (proxy, method, arguments) -> {
					action.run();
					try {
						return method.invoke(disk, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private interface LogFolderAction {

		void run() throws Exception;

	}

	/**
	 * What a stranger can put into the place of a file.
	 */
	enum Kind {

		LINK, FIFO, FOLDER, FILE, HARD_LINK

	}

	/**
	 * One exchange.
	 *
	 * @param call the number of the call to the disk before which it happens
	 * @param kind what is put there
	 * @param choice which of the files in the folder is exchanged, modulo their number
	 */
	record Swap(int call, Kind kind, int choice) {

		void exchange(Path folder, Path aside, Path secret) throws Exception {
			List<Path> files;
			try (Stream<Path> there = Files.list(folder)) {
				files = there.sorted(Comparator.comparing(Path::toString)).toList();
			}
			if (files.isEmpty()) {
				return;
			}
			Path file = files.get(this.choice % files.size());
			Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
			switch (this.kind) {
				case LINK -> Files.createSymbolicLink(file, secret);
				case FIFO -> Volume.run("mkfifo", file.toString());
				case FOLDER -> Files.createDirectory(file);
				case FILE -> Files.createFile(file);
				case HARD_LINK -> Files.createLink(file, secret);
			}
			if (this.kind != Kind.HARD_LINK) {
				Files.setAttribute(file, "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
				Files.setAttribute(file, "unix:gid", STRANGER, LinkOption.NOFOLLOW_LINKS);
			}
		}

	}

}
