package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveFile}: what a look at the file says of its size.
 */
class LiveFileTests {

	@TempDir
	Path folder;

	private final FaultyOperations operations = new FaultyOperations();

	private Path path;

	private LiveFile file;

	@BeforeEach
	void openFile() throws IOException {
		this.path = Files.createFile(this.folder.resolve("worker.log"));
		this.file = new LiveFile(this.operations.open(this.path, null), this.operations.look(this.path),
				TestWriter.LINE_END, false);
	}

	@Test
	void writeInProgressIsNobodyElses() throws IOException {
		this.operations.afterWrite = () -> assertThat(look()).isZero();
		write("one");
		this.operations.afterWrite = DiskFault.NONE;
		assertThat(look()).isZero();
		assertThat(this.file.size().others()).isNotPositive();
		assertThat(this.file.size().end()).isEqualTo(4);
	}

	@Test
	void growthByOthersIsSeen() throws IOException {
		write("one");
		Files.writeString(this.path, "other\n", StandardOpenOption.APPEND);
		assertThat(look()).isZero();
		assertThat(this.file.size().others()).isPositive();
		assertThat(this.file.size().end()).isEqualTo(10);
		write("two");
		assertThat(look()).isZero();
		assertThat(this.file.size().end()).isEqualTo(14);
	}

	@Test
	void cutIsSeenOnce() throws IOException {
		write("one");
		Files.write(this.path, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
		assertThat(look()).isEqualTo(4);
		assertThat(look()).isZero();
		write("two");
		assertThat(look()).isZero();
		assertThat(this.file.size().end()).isEqualTo(4);
		assertThat(this.file.size().others()).isNotPositive();
	}

	@Test
	void fragmentIsEndedBeforeTheNextLine() throws IOException {
		tear("torn");
		write("two");
		assertThat(this.path).hasContent("torn\ntwo\n");
	}

	@Test
	void fragmentThatAnotherProcessHasEndedLeavesNoBlankLine() throws IOException {
		tear("torn");
		Files.writeString(this.path, " no more\n", StandardOpenOption.APPEND);
		write("two");
		assertThat(this.path).hasContent("torn no more\ntwo\n");
	}

	private void tear(String text) throws IOException {
		Files.writeString(this.path, text, StandardOpenOption.APPEND);
		this.file.startFragment();
	}

	private long look() throws IOException {
		long before = this.file.size().end();
		return this.file.size().missing(before, Files.size(this.path));
	}

	private void write(String line) throws IOException {
		PendingLines pending = new PendingLines(1000);
		pending.add(TestWriter.bytes(line));
		Batch batch = new Batch();
		pending.fill(batch);
		batch.assemble((gap) -> new byte[0]);
		this.file.write(batch);
	}

}
