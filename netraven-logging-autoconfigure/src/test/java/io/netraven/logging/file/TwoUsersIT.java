package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A worker and a stranger, both processes of users without privileges, in one folder:
 * everybody's, with and without the sticky bit, or that of a group to which both belong.
 */
@NeedsRoot
class TwoUsersIT {

	private static final int WORKER = 4711;

	private static final int STRANGER = 4242;

	private static final int GROUP = 4343;

	private static final String SECRET = "the key of the application\n";

	@TempDir
	Path above;

	private Path secret;

	private LogFolder folder;

	private Processes processes;

	@BeforeEach
	void setUp() throws Exception {
		Files.setPosixFilePermissions(this.above, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.secret = ownedByWorker(Files.writeString(this.above.resolve("secret"), SECRET), "rw-------");
		this.folder = new LogFolder(Files.createDirectory(this.above.resolve("logs")));
		this.processes = new Processes(this.above, GROUP);
	}

	static Stream<Arguments> attacks() {
		return Stream.of(FolderAttack.values())
			.flatMap((attack) -> Stream.of(0777, 01777, 02775).map((mode) -> Arguments.of(attack, mode)));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackReachesNothingAndStopsNothing(FolderAttack attack, int mode) throws Exception {
		Files.setAttribute(this.folder.path(), "unix:gid", GROUP);
		Volume.run("chmod", Integer.toOctalString(mode), this.folder.path().toString());
		ownedByWorker(Files.writeString(file(FolderAttack.FORMER_ARCHIVE), "of the former run\n"), "rw-r-----");
		this.processes.run(STRANGER, this.folder.path(), attack.plant());
		boolean refused = attack.isRefused(mode);
		Process worker = this.processes.start(WORKER, RotatingWorker.class, this.folder.live());
		try {
			if (refused) {
				awaitWord(worker, "FAILED");
				this.processes.run(STRANGER, this.folder.path(), "rm worker.log");
			}
			awaitWord(worker, "WRITTEN");
			assertThat(this.processes.said(worker).contains("FAILED")).isEqualTo(refused);
			LogFolder.eventually(() -> assertThat(archivesOfTheWorker()).hasSize(6)
				.allMatch((file) -> file.toString().endsWith(".gz")));
			worker.getOutputStream().close();
			assertThat(worker.waitFor()).isZero();
		}
		finally {
			worker.destroyForcibly();
		}
		assertThat(linesOfTheWorker()).startsWith("of the former run")
			.endsWith(RotatingWorker.lines())
			.hasSize(1 + RotatingWorker.lines().length);
		assertNothingOutsideHasChanged();
		if (!refused) {
			this.processes.run(STRANGER, this.folder.path(), attack.stillThere());
		}
	}

	private void awaitWord(Process worker, String word) {
		await().atMost(Duration.ofMinutes(1)).until(() -> this.processes.said(worker).contains(word));
	}

	private void assertNothingOutsideHasChanged() throws IOException {
		assertThat(this.secret).hasContent(SECRET.strip());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.secret))).isEqualTo("rw-------");
		assertThat(Files.getAttribute(this.secret, "unix:uid")).isEqualTo(WORKER);
		assertThat(Files.getAttribute(this.secret, "unix:nlink")).isEqualTo(1);
	}

	private List<Path> archivesOfTheWorker() throws IOException {
		List<Path> archives = new ArrayList<>();
		for (Path file : this.folder.archives()) {
			if (isOfTheWorker(file)) {
				archives.add(file);
			}
		}
		return archives;
	}

	private static boolean isOfTheWorker(Path file) throws IOException {
		try {
			return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(WORKER);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	private List<String> linesOfTheWorker() throws IOException {
		List<String> lines = new ArrayList<>();
		for (Path archive : archivesOfTheWorker()) {
			LogFolder.forEachLine(archive, lines::add);
		}
		return lines;
	}

	private Path ownedByWorker(Path file, String mode) throws IOException {
		Files.setAttribute(file, "unix:uid", WORKER);
		Files.setAttribute(file, "unix:gid", WORKER);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
	}

	private Path file(String name) {
		return this.folder.path().resolve(name);
	}

}
