package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rights that are missing: the cure that the warning prints is run as printed, by root,
 * and gives away nothing but the log's own.
 */
@NeedsRoot
class CuresIT {

	private static final String ID = UnprivilegedUser.ID;

	private static final String INSTALL = "install -d -o %s -g %s -m 0750 ".formatted(ID, ID);

	@TempDir
	Path folder;

	private UnprivilegedWorker worker;

	@BeforeEach
	void makeWorker() throws IOException {
		this.worker = new UnprivilegedWorker(this.folder);
	}

	@Test
	void missingFolderIsMadeAndTheFolderAboveStaysRoots() throws Exception {
		Path above = this.worker.folderOfRoot("logs");
		this.worker.assertCured("folder missing below a folder of root", above.resolve("netraven/worker.log"),
				INSTALL + above + "/netraven");
		assertThat(Files.getAttribute(above, "unix:uid")).isEqualTo(0);
		assertThat(mode(above.resolve("netraven"))).isEqualTo("rwxr-x---");
	}

	@Test
	void severalMissingFoldersAreMadeAndOnlyTheLastIsTheWorkers() throws Exception {
		Path above = this.worker.folderOfRoot("logs");
		this.worker.assertCured("several folders missing", above.resolve("a/b/c/worker.log"),
				INSTALL + above + "/a/b/c");
		assertThat(Files.getAttribute(above.resolve("a/b"), "unix:uid")).isEqualTo(0);
	}

	@Test
	void pathWithAQuoteAndALineBreakIsQuoted() throws Exception {
		Path above = this.worker.folderOfRoot("logs");
		this.worker.assertCured("path with a quote and a line break", above.resolve("it's\nhere/worker.log"),
				INSTALL + "$'" + above + "/it\\'s\\x0ahere'");
	}

	@Test
	void pathWithAQuoteIsQuoted() throws Exception {
		Path above = this.worker.folderOfRoot("logs");
		this.worker.assertCured("path with a quote and a blank", above.resolve("it's $HOME/worker.log"),
				INSTALL + "'" + above + "/it'\\''s $HOME'");
	}

	@Test
	void emptyFolderOfRootIsGivenToTheWorker() throws Exception {
		Path logs = this.worker.folderOfRoot("logs");
		this.worker.assertCured("empty folder of root", logs.resolve("worker.log"),
				"chown %s:%s ".formatted(ID, ID) + logs);
	}

	@Test
	void folderWithFilesOfOthersIsNotGivenAway() throws Exception {
		Path logs = this.worker.folderOfRoot("logs");
		Files.writeString(logs.resolve("syslog"), "of another\n");
		Path file = logs.resolve("worker.log");
		this.worker.assertCured("folder of root with files of others", file,
				"install -o %s -g %s -m 0640 /dev/null ".formatted(ID, ID) + file);
		assertThat(Files.getAttribute(logs, "unix:uid")).isEqualTo(0);
	}

	@Test
	void ownFolderWithAWrongModeIsChanged() throws Exception {
		Path logs = mode(this.worker.ownFolder("logs"), "r-xr-xr-x");
		this.worker.assertCured("own folder that may not be written", logs.resolve("worker.log"),
				"chmod u+rwx " + logs);
	}

	@Test
	void folderOfTheGroupIsOpenedToTheGroup() throws Exception {
		Path logs = this.worker.folderOfRoot("logs");
		Files.setAttribute(logs, "unix:gid", UnprivilegedWorker.ID);
		this.worker.assertCured("folder of the group that it may not write", logs.resolve("worker.log"),
				"chmod g+rwx " + logs);
	}

	@Test
	void fileOfRootIsGivenToTheWorker() throws Exception {
		Path file = Files.writeString(this.worker.ownFolder("logs").resolve("worker.log"), "former\n");
		this.worker.assertCured("file of root", file, "chown %s:%s ".formatted(ID, ID) + file);
	}

	@Test
	void ownFileWithAWrongModeIsChanged() throws Exception {
		Path file = Files.writeString(this.worker.ownFolder("logs").resolve("worker.log"), "former\n");
		mode(UnprivilegedWorker.give(file), "r--r-----");
		this.worker.assertCured("own file that may not be written", file, "chmod u+rw " + file);
	}

	@Test
	void folderThatMayNotBePassedThroughIsOpenedForPassing() throws Exception {
		Path closed = this.worker.folderOfRoot("closed");
		Path logs = UnprivilegedWorker.give(Files.createDirectory(closed.resolve("logs")));
		mode(closed, "rwx------");
		this.worker.assertCured("folder above that may not be passed through", logs.resolve("worker.log"),
				"chmod o+x " + closed);
		assertThat(mode(closed)).isEqualTo("rwx-----x");
	}

	@Test
	void lettersThatTheLocaleLacksAreWrittenInAnother() throws Exception {
		Path logs = this.worker.ownFolder("logs");
		Path properties = Files.writeString(this.folder.resolve("more.yaml"),
				"netraven.logging.file: '%s/w\u00f6rker.log'".formatted(logs));
		String argument = "--spring.config.additional-location=file:" + properties;
		try (WorkerProcess worker = this.worker.start(Map.of("LC_ALL", "C"), argument)) {
			worker.awaitStdout("its locale has the charset ANSI_X3.4-1968.").awaitStdout("LC_ALL=C.UTF-8");
		}
		assertThat(logs).isEmptyDirectory();
		try (WorkerProcess worker = this.worker.start(Map.of("LC_ALL", "C.UTF-8"), argument)) {
			worker.awaitStdout("rker.log is open");
			assertThat(logs).isNotEmptyDirectory();
		}
	}

	private static Path mode(Path path, String mode) throws IOException {
		return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
	}

	private static String mode(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
