package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stranger who may create, rename and delete files in the folder of the log. This
 * process is root, whom the operating system denies nothing: what it does not touch, it
 * has refused by itself.
 */
@NeedsRoot
class StrangerIT {

	private static final int STRANGER = 4242;

	private static final int GROUP = 4343;

	private static final String SECRET = "the key of the application\n";

	@TempDir
	Path above;

	private Path secret;

	private LogFolder folder;

	@BeforeEach
	void setUp() throws IOException {
		this.secret = Files.writeString(this.above.resolve("secret"), SECRET);
		Files.setPosixFilePermissions(this.secret, PosixFilePermissions.fromString("rw-------"));
		this.folder = new LogFolder(Files.createDirectory(this.above.resolve("logs")));
	}

	@AfterEach
	void nothingOutsideHasChanged() throws IOException {
		assertThat(this.secret).hasContent(SECRET.strip());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.secret))).isEqualTo("rw-------");
		assertThat(Files.getAttribute(this.secret, "unix:uid")).isEqualTo(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0777, 01777, 02775 })
	void linkOfAStrangerIsNotFollowedAndHealsWhenItIsGone(int mode) throws Exception {
		mode(mode);
		Files.createSymbolicLink(this.folder.live(), this.secret);
		giveToStranger(this.folder.live());
		try (TestWriter log = refused()) {
			assertThat(log.failed.get(0).diagnosis().reason()).contains("may be a stranger's");
			log.append("kept");
			Files.delete(this.folder.live());
			LogFolder.eventually(() -> assertThat(log.recovered).hasSize(1));
			assertThat(log.lines()).containsExactly("kept");
		}
	}

	@Test
	void linkOfAnOperatorIsFollowed() throws Exception {
		mode(0777);
		Path target = this.folder.path().resolve("target");
		Files.createSymbolicLink(this.folder.live(), Files.createFile(target));
		try (TestWriter log = TestWriter.open(this.folder.live())) {
			log.append("through the link");
		}
		assertThat(target).hasContent("through the link");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0777, 01777, 02775 })
	void fileOfAStrangerIsNotUsed(int mode) throws Exception {
		mode(mode);
		giveToStranger(Files.createFile(this.folder.live()));
		try (TestWriter log = refused()) {
			WriteDiagnosis diagnosis = log.failed.get(0).diagnosis();
			assertThat(diagnosis.reason()).contains("may be a stranger's");
			assertThat(diagnosis.remedy()).contains("chown -h 0:0 " + this.folder.live());
			Files.setAttribute(this.folder.live(), "unix:uid", 0);
			LogFolder.eventually(() -> assertThat(log.recovered).hasSize(1));
		}
	}

	@Test
	void fileWithASecondNameIsNotUsedWhereAStrangerMayHaveMadeIt() throws Exception {
		mode(0777);
		Files.createLink(this.folder.live(), this.secret);
		try (TestWriter log = refused()) {
			assertThat(log.failed.get(0).diagnosis().reason()).contains("has a second name (a hard link)");
		}
	}

	@Test
	void filesOfTheGroupBelongToTheLogWhereOnlyTheGroupMayWrite() throws Exception {
		mode(02775);
		Files.setAttribute(this.folder.path(), "unix:gid", GROUP);
		mode(02775);
		Path archive = Files.writeString(archive("worker.log.20261101T000000.000Z"), "of the former pod\n");
		for (Path file : List.of(archive, Files.createFile(this.folder.live()))) {
			giveToStranger(file);
			Files.setAttribute(file, "unix:gid", GROUP);
		}
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(() -> assertThat(archive("worker.log.20261101T000000.000Z.gz")).exists());
			assertThat(archive).doesNotExist();
			assertThat(log.status().note()).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0777, 01777, 02775 })
	void whatAStrangerPlantsStopsNeitherRotationNorCompressionNorTheCap(int mode) throws Exception {
		mode(mode);
		Path planted = Files.writeString(archive("worker.log.20200101T000000.000Z"), "x".repeat(50_000));
		Path link = Files.createSymbolicLink(archive("worker.log.20200102T000000.000Z"), this.secret);
		Path next = Files.createFile(archive(".worker.log.next"));
		for (Path file : List.of(planted, link, next)) {
			giveToStranger(file);
		}
		try (TestWriter log = this.folder.open(Rotations.of(true, 1000, RotationSettings.Period.NONE, 5000, true))) {
			for (int i = 0; i < 20; i++) {
				log.append("line " + i + "x".repeat(1000));
				int rotations = i + 1;
				LogFolder.eventually(() -> assertThat(log.rotated).hasSizeGreaterThanOrEqualTo(rotations));
			}
			LogFolder.eventually(
					() -> assertThat(archives()).isNotEmpty().allMatch((file) -> file.toString().endsWith(".gz")));
			assertThat(log.failed).isEmpty();
			assertThat(log.degraded).extracting(WriteDiagnosis::reason)
				.containsExactly("2 files look like archives of worker.log but are not its own");
		}
		assertThat(planted).hasSize(50_000);
		assertThat(next).isEmptyFile();
		assertThat(link).isSymbolicLink();
	}

	@Test
	void takenNameOfATemporaryFileDoesNotStopCompression() throws Exception {
		mode(0777);
		Path archive = Files.writeString(archive("worker.log.20261101T000000.000Z"), "own\n".repeat(100));
		Path taken = Files.createSymbolicLink(archive("." + archive.getFileName() + ".gz.tmp"), this.secret);
		giveToStranger(taken);
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(() -> assertThat(archive("worker.log.20261101T000000.000Z.gz")).exists());
			LogFolder.eventually(() -> assertThat(archive).doesNotExist());
			assertThat(log.failed).isEmpty();
		}
		assertThat(taken).isSymbolicLink();
	}

	@Test
	void linkThatIsThereOnlyWhileTheFileIsOpenedReachesNothingOutside() throws Exception {
		mode(0777);
		Path aside = archive("aside");
		try (TestWriter log = TestWriter.open(this.folder.live())) {
			Files.delete(this.folder.live());
			Files.createFile(this.folder.live());
			log.faults.onOpen = () -> {
				Files.move(this.folder.live(), aside);
				giveToStranger(Files.createSymbolicLink(this.folder.live(), this.secret));
			};
			log.faults.onLook = () -> {
				if (Files.exists(aside)) {
					Files.move(aside, this.folder.live(), StandardCopyOption.ATOMIC_MOVE);
				}
			};
			LogFolder.eventually(() -> {
				log.append("a line");
				assertThat(log.failed).hasSize(1);
			});
			log.faults.onOpen = FaultyOperations.DiskFault.NONE;
			LogFolder.eventually(() -> assertThat(log.recovered).hasSize(1));
		}
	}

	@Test
	void exchangingTheFileForALinkReachesNothingOutside() throws Exception {
		mode(0777);
		Path prepared = this.above.resolve("prepared");
		Path aside = this.above.resolve("aside");
		AtomicBoolean over = new AtomicBoolean();
		try (TestWriter log = this.folder.open(Rotations.of(true, 1000, RotationSettings.Period.NONE, 20_000, false))) {
			Thread stranger = new Thread(() -> exchange(prepared, aside, over));
			stranger.start();
			for (int i = 0; i < 5000; i++) {
				log.append("line " + i);
			}
			over.set(true);
			stranger.join();
			Files.deleteIfExists(this.folder.live());
			LogFolder.eventually(() -> assertThat(log.status().state()).isEqualTo(LogFileState.WRITING));
			log.append("after");
			LogFolder.eventually(() -> assertThat(this.folder.lines()).contains("after"));
		}
	}

	private void exchange(Path prepared, Path aside, AtomicBoolean over) {
		while (!over.get()) {
			try {
				Files.createSymbolicLink(prepared, this.secret);
				giveToStranger(prepared);
				Files.move(this.folder.live(), aside, StandardCopyOption.ATOMIC_MOVE);
				Files.move(prepared, this.folder.live(), StandardCopyOption.ATOMIC_MOVE);
				Files.move(aside, this.folder.live(), StandardCopyOption.ATOMIC_MOVE);
			}
			catch (NoSuchFileException ex) {
				// the log is between two files
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				prepared.toFile().delete();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0777, 02777 })
	void folderThatEveryUserMayWriteToIsNoted(int mode) throws Exception {
		mode(mode);
		try (TestWriter log = TestWriter.open(this.folder.live())) {
			assertThat(log.status().note())
				.isEqualTo("every user may rename and delete files in its folder (mode 777)");
			assertThat(log.status().degradation()).isNull();
			assertThat(log.degraded).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0755, 0775, 01777 })
	void folderInWhichNoStrangerMayDeleteIsNotNoted(int mode) throws Exception {
		mode(mode);
		try (TestWriter log = TestWriter.open(this.folder.live())) {
			assertThat(log.status().note()).isNull();
		}
	}

	@Test
	void untrustedFolderIsRefusedOnDemandUntilItIsMended() throws Exception {
		mode(0777);
		try (TestWriter log = TestWriter.refusingUntrustedFolders(this.folder.live())) {
			log.writer.open();
			LogFolder.eventually(() -> assertThat(log.failed).hasSize(1));
			assertThat(log.failed.get(0).diagnosis().reason()).isEqualTo("every user may rename and delete files in "
					+ "its folder (mode 777), and netraven.logging.untrusted-folder is refuse");
			log.append("kept");
			mode(0775);
			LogFolder.eventually(() -> assertThat(log.recovered).hasSize(1));
			assertThat(log.lines()).containsExactly("kept");
		}
	}

	@Test
	void widerModeOfAFoundFileIsSaidOnceUntilItIsMended() throws Exception {
		Files.createFile(this.folder.live());
		Files.setPosixFilePermissions(this.folder.live(), PosixFilePermissions.fromString("rw-rw-rw-"));
		try (TestWriter log = TestWriter.open(this.folder.live())) {
			LogFolder.eventually(() -> assertThat(log.degraded).hasSize(1));
			assertThat(log.degraded.get(0).reason()).contains("has the mode 666");
			String command = log.degraded.get(0).remedy().replaceAll(";.*", "");
			Volume.run("sh", "-c", command);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.live())))
				.isEqualTo("rw-r-----");
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNull());
		}
	}

	private TestWriter refused() {
		TestWriter log = TestWriter.capture(this.folder.live(), Delivery.SYNC, 1 << 20, Duration.ofMillis(50));
		log.writer.open();
		LogFolder.eventually(() -> assertThat(log.failed).hasSize(1));
		assertThat(log.status().state()).isEqualTo(LogFileState.UNAVAILABLE);
		return log;
	}

	private List<Path> archives() {
		return this.folder.archives()
			.stream()
			.filter((file) -> !file.getFileName().toString().contains(".2020"))
			.toList();
	}

	private Path archive(String name) {
		return this.folder.path().resolve(name);
	}

	private void mode(int mode) throws Exception {
		Volume.run("chmod", Integer.toOctalString(mode), this.folder.path().toString());
	}

	private static void giveToStranger(Path file) throws IOException {
		Files.setAttribute(file, "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
		Files.setAttribute(file, "unix:gid", STRANGER, LinkOption.NOFOLLOW_LINKS);
	}

}
