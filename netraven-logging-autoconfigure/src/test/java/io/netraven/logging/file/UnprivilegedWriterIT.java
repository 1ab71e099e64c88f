package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process of a user who may not write: it says what to do, and doing that heals it.
 *
 * @author NetRaven maintainers
 */
@NeedsRoot
class UnprivilegedWriterIT {

	private static final String USER = "4711";

	private static final Pattern COMMAND = Pattern.compile("chown (\\S+) '([^']+)'");

	@TempDir
	Path folder;

	private Path classes = Path.of("");

	private Path logs = Path.of("");

	@BeforeEach
	void makeFolders() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.logs = makeFolder("logs");
		this.classes = makeFolder("classes");
		for (Class<?> origin : List.of(LogFileWriter.class, UnprivilegedWriterIT.class)) {
			copyClasses(origin);
		}
	}

	private Path makeFolder(String name) throws IOException {
		Path made = Files.createDirectories(this.folder.resolve(name));
		Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
		return made;
	}

	private void copyClasses(Class<?> origin) throws IOException {
		String packageFolder = origin.getPackageName().replace('.', '/');
		Path target = makeFolder("classes/" + packageFolder);
		Path source = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().getPath(), packageFolder);
		try (Stream<Path> files = Files.list(source)) {
			for (Path file : files.toList()) {
				Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	@Test
	void folderOfAnotherUser() throws Exception {
		assertHealsByItsOwnCommand(this.logs.resolve("worker.log"), "the folder " + this.logs, this.logs);
	}

	@Test
	void missingFolderInAFolderOfAnotherUser() throws Exception {
		assertHealsByItsOwnCommand(this.logs.resolve("some/new/worker.log"), "the folder " + this.logs, this.logs);
	}

	@Test
	void fileOfAnotherUser() throws Exception {
		Path file = Files.writeString(this.logs.resolve("worker.log"), "former\n");
		assertHealsByItsOwnCommand(file, "the file " + file, file);
	}

	private void assertHealsByItsOwnCommand(Path file, String what, Path blocker) throws Exception {
		Process process = new ProcessBuilder("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", this.classes.toString(),
				UnprivilegedProcess.class.getName(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("out").toFile())
			.start();
		try {
			await().until(() -> said().contains("FAILED"));
			assertThat(process.isAlive()).isTrue();
			assertThat(said()).contains(what + " belongs to root:root (uid 0, gid 0) with mode rw")
				.contains("running as uid 4711, gid 4711");
			Matcher command = COMMAND.matcher(said());
			assertThat(command.find()).isTrue();
			assertThat(command.group(2)).isEqualTo(blocker.toString());
			Volume.run("chown", command.group(1), command.group(2));
			assertThat(process.waitFor()).isZero();
			assertThat(said().lines().filter((line) -> line.startsWith("FAILED"))).hasSize(1);
			assertThat(Files.readAllLines(file)).endsWith(UnprivilegedProcess.lines());
		}
		finally {
			process.destroyForcibly();
		}
	}

	private String said() throws IOException {
		return Files.readString(this.folder.resolve("out"));
	}

}
