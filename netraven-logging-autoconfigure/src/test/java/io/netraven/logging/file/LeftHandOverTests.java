package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a process has left that ended between two steps of a hand-over.
 */
class LeftHandOverTests {

	private static final RotationSettings ON_DEMAND = Rotations.at(Long.MAX_VALUE / 2);

	private LogFolder folder;

	private Path hidden;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
		this.hidden = path.resolve(".worker.log.next");
	}

	@Test
	void newFileThatWasCreatedIsUsedByTheNextRotation() throws IOException {
		Files.writeString(this.folder.live(), "one\n");
		Files.createFile(this.hidden);
		Object key = Files.getAttribute(this.hidden, "unix:ino");
		try (TestWriter log = open("two")) {
			assertThat(log.lines()).containsExactly("one", "two");
			rotate(log);
			assertThat(Files.getAttribute(this.folder.live(), "unix:ino")).isEqualTo(key);
			assertThat(this.hidden).doesNotExist();
		}
	}

	@Test
	void newFileWithoutLinesIsShownAfterTheFormerOneWasArchived() throws IOException {
		Files.writeString(this.folder.path().resolve("worker.log.20261122T101530.123Z"), "one\n");
		Files.createFile(this.hidden);
		assertThatLinesAre("one", "two");
		assertThat(this.hidden).doesNotExist();
	}

	@Test
	void newFileWithLinesIsShownAfterTheFormerOneWasArchived() throws IOException {
		Files.writeString(this.folder.path().resolve("worker.log.20261122T101530.123Z"), "one\n");
		Files.writeString(this.hidden, "two\n");
		try (TestWriter log = open("three")) {
			assertThat(log.lines()).containsExactly("two", "three");
		}
		assertThat(this.folder.lines()).containsExactly("one", "two", "three");
		assertThat(this.hidden).doesNotExist();
	}

	@Test
	void fileWithBothNamesKeepsTheOneThatIsShown() throws IOException {
		Files.writeString(this.folder.live(), "one\n");
		Files.createLink(this.hidden, this.folder.live());
		try (TestWriter log = open("two")) {
			assertThat(this.hidden).doesNotExist();
			rotate(log);
			assertThat(this.folder.archives()).hasSize(1);
		}
		assertThat(this.folder.lines()).containsExactly("one", "two");
	}

	@Test
	void linesBesideALiveFileOfSomebodyElseAreArchived() throws IOException {
		Files.writeString(this.folder.live(), "two\n");
		Files.writeString(this.hidden, "one\n");
		assertThatLinesAre("one", "two", "three");
		assertThat(this.hidden).doesNotExist();
	}

	@Test
	void linkUnderTheHiddenNameIsLeftAloneAndRotationWorks() throws IOException {
		Path outside = Files.writeString(this.folder.path().resolve("outside"), "theirs\n");
		Files.createSymbolicLink(this.hidden, outside);
		assertThatRotationWorks();
		assertThat(this.hidden).isSymbolicLink();
		assertThat(outside).hasContent("theirs");
	}

	@Test
	void folderUnderTheHiddenNameIsLeftAloneAndRotationWorks() throws IOException {
		Files.createDirectories(this.hidden.resolve("full"));
		assertThatRotationWorks();
		assertThat(this.hidden).isDirectory();
	}

	@Test
	void fileOfTwoNamesUnderTheHiddenNameIsLeftAlone() throws IOException {
		Path outside = Files.writeString(this.folder.path().resolve("outside"), "theirs\n");
		Files.createLink(this.hidden, outside);
		assertThatRotationWorks();
		assertThat(outside).hasContent("theirs");
	}

	private void assertThatRotationWorks() {
		try (TestWriter log = open("one")) {
			rotate(log);
			log.append("two");
			assertThat(log.lines()).containsExactly("two");
			assertThat(this.folder.lines()).containsExactly("one", "two");
		}
	}

	private void assertThatLinesAre(String... lines) {
		try (TestWriter log = open(lines[lines.length - 1])) {
			assertThat(log.lines()).endsWith(lines[lines.length - 1]);
			assertThat(this.folder.lines()).containsExactly(lines);
		}
	}

	private TestWriter open(String line) {
		TestWriter log = this.folder.open(ON_DEMAND);
		log.append(line);
		return log;
	}

	private static void rotate(TestWriter log) {
		log.writer.rotate();
		await().until(() -> log.rotated.size() == 1);
	}

}
