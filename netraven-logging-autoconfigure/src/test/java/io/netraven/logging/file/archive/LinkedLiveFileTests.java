package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Live files that are symbolic links to another folder.
 */
class LinkedLiveFileTests {

	private LogFolder folder;

	private Path target;

	@BeforeEach
	void setUp(@TempDir Path path) throws IOException {
		this.folder = new LogFolder(Files.createDirectory(path.resolve("logs")));
		this.target = Files.createFile(Files.createDirectory(path.resolve("volume")).resolve("target.log"));
		Files.setPosixFilePermissions(this.target, PosixFilePermissions.fromString("rw-r-----"));
		Files.createSymbolicLink(this.folder.live(), this.target);
	}

	@Test
	void linkIsNotRotatedAndThatIsSaidOnce() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(() -> assertThat(log.degraded).singleElement()
				.satisfies((said) -> assertThat(said.reason()).contains("is a symbolic link")));
			String line = "x".repeat(2000);
			log.append(line);
			log.writer.rotate();
			log.append("another");
			LogFolder.eventually(() -> assertThat(log.faults.looks).hasValueGreaterThan(10));
			assertThat(this.folder.live()).isSymbolicLink();
			assertThat(this.target).hasContent(line + "\nanother\n");
			assertThat(names(this.folder.path())).containsExactly("worker.log");
			assertThat(names(this.target.resolveSibling(""))).containsExactly("target.log");
			assertThat(log.rotated).isEmpty();
			assertThat(log.degraded).hasSize(1);
			assertThat(log.status().degradation()).isEqualTo(log.degraded.get(0));
			assertThat(log.status().isHealthy()).isTrue();
		}
	}

	@Test
	void fileInThePlaceOfTheLinkIsRotatedAgain() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.at(1000))) {
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNotNull());
			Files.delete(this.folder.live());
			LogFolder.eventually(() -> assertThat(this.folder.live()).isRegularFile());
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNull());
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.rotated).hasSize(1));
		}
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
