package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mode of new folders follows from that of the files, whatever the umask.
 */
class FolderModeTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "rw-r-----, rwxr-x---", "rw-------, rwx------", "rw-rw----, rwxrwx---", "rw-r--r--, rwxr-xr-x",
			"rw-rw-rw-, rwxrwxr-x", "rw----r--, rwx---r-x" })
	void everyNewFolderHasIt(String files, String expected) throws IOException {
		Path logs = this.folder.resolve("a/b");
		new DiskOperations().createFolders(logs, PosixFilePermissions.fromString(files));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs))).isEqualTo(expected);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs.getParent()))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource("rwx------")
	void folderThatExistsKeepsItsOwn(String mode) throws IOException {
		Path logs = Files.createDirectory(this.folder.resolve("logs"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
		new DiskOperations().createFolders(logs, PosixFilePermissions.fromString("rw-rw-rw-"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs))).isEqualTo(mode);
	}

}
