package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process of a user who may not write: it says what to do, and doing that heals it.
 */
@NeedsRoot
class UnprivilegedWriterIT {

	private static final String USER = "4711";

	private static final Pattern COMMAND = Pattern.compile("remedy=As root: (.*)]");

	@TempDir
	Path folder;

	private String classPath;

	private Path logs;

	@BeforeEach
	void makeFolders() throws Exception {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.logs = Files.createDirectory(this.folder.resolve("logs"));
		Files.setPosixFilePermissions(this.logs, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.classPath = copyClasses(LogFileWriter.class, "engine") + ":"
				+ copyClasses(UnprivilegedProcess.class, "tests");
	}

	/**
	 * Copy classes to where the other user may read them.
	 * @param origin one of them
	 * @param name name of the copy
	 * @return what to put on its class path
	 */
	private String copyClasses(Class<?> origin, String name) throws Exception {
		Path source = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path target = this.folder.resolve(name);
		Volume.run("cp", "-r", source.toString(), target.toString());
		Volume.run("chmod", "-R", "a+rX", target.toString());
		return target.toString();
	}

	@Test
	void folderOfAnotherUser() throws Exception {
		assertHealsByItsOwnCommand(this.logs.resolve("worker.log"), "the folder " + this.logs,
				"chown 4711:4711 " + this.logs);
	}

	@Test
	void missingFolderInAFolderOfAnotherUser() throws Exception {
		assertHealsByItsOwnCommand(this.logs.resolve("some/new/worker.log"), "the folder " + this.logs,
				"install -d -o 4711 -g 4711 -m 0750 " + this.logs + "/some/new");
	}

	@Test
	void fileOfAnotherUser() throws Exception {
		Path file = Files.writeString(this.logs.resolve("worker.log"), "former\n");
		assertHealsByItsOwnCommand(file, "the file " + file, "chown 4711:4711 " + file);
	}

	private void assertHealsByItsOwnCommand(Path file, String what, String cure) throws Exception {
		Process process = new ProcessBuilder("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", this.classPath,
				UnprivilegedProcess.class.getName(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("said").toFile())
			.start();
		try {
			await().until(() -> said().contains("FAILED"));
			assertThat(process.isAlive()).isTrue();
			assertThat(said()).contains(what + " belongs to root:root (uid 0, gid 0) with mode rw")
				.contains("running as uid 4711, gid 4711");
			Matcher command = COMMAND.matcher(said());
			assertThat(command.find()).isTrue();
			assertThat(command.group(1)).isEqualTo(cure);
			Volume.run("bash", "-c", command.group(1));
			assertThat(process.waitFor()).isZero();
			assertThat(said().lines().filter((line) -> line.startsWith("FAILED"))).hasSize(1);
			assertThat(Files.readAllLines(file)).endsWith(UnprivilegedProcess.lines());
		}
		finally {
			process.destroyForcibly();
		}
	}

	private String said() throws IOException {
		return Files.readString(this.folder.resolve("said"));
	}

}
