package io.netraven.logging.logback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FilePaths}.
 */
class FilePathsTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void relativeAndAbsolutePathsAreCompared() {
		assertThat(FilePaths.nameTheSameFile("logs/../worker.log", Path.of("worker.log").toAbsolutePath().toString()))
			.isTrue();
		assertThat(FilePaths.nameTheSameFile("worker.log", "other.log")).isFalse();
		assertThat(FilePaths.nameTheSameFile("a\0b", "a\0b")).isTrue();
	}

	@Test
	void diskIsNotAskedWhereALinkLeads() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.folder);
		assertThat(FilePaths.nameTheSameFile(this.folder + "/a.log", link + "/a.log")).isFalse();
	}

}
