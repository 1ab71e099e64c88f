package io.netraven.logging.file.buffer;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Batch}: what one turn writes.
 */
class BatchTests {

	private final Batch batch = new Batch();

	@Test
	void isWhatTheBlockHeldAtTheStart() {
		LineBlock block = new LineBlock(100);
		block.add(new byte[] { 1, 2, 3 });
		block.add(new byte[] { 4, 5 });
		Landing.part(block, 4);
		start(block);
		block.add(new byte[] { 6 });
		assertThat(this.batch.content()).containsExactly(5);
		assertThat(this.batch.offset()).isEqualTo(4);
		assertThat(this.batch.length()).isOne();
		assertThat(this.batch.end()).isEqualTo(5);
		assertThat(this.batch.entries()).isOne();
		assertThat(this.batch.startsInsideLine()).isTrue();
		assertThat(this.batch.gap()).isNull();
		start(block);
		assertThat(this.batch.content()).containsExactly(5, 6);
	}

	@Test
	void startsAtALine() {
		LineBlock block = new LineBlock(100);
		block.add(new byte[] { 1 });
		start(block);
		assertThat(this.batch.startsInsideLine()).isFalse();
		assertThat(this.batch.offset()).isZero();
	}

	@Test
	void closesItsGap() {
		GapBlock gap = new GapBlock(Instant.EPOCH, "full", 1, 0, false);
		start(gap);
		assertThat(gap.isOpen()).isFalse();
		assertThat(this.batch.gap()).isEqualTo(gap.gap());
		assertThat(this.batch.content()).containsExactly(8, 8);
		assertThat(this.batch.length()).isEqualTo(2);
	}

	@Test
	void isWrittenUntilTheNextStart() {
		LineBlock block = new LineBlock(100);
		start(block);
		assertThat(this.batch.isWritten()).isFalse();
		this.batch.noteWritten();
		assertThat(this.batch.isWritten()).isTrue();
		start(block);
		assertThat(this.batch.isWritten()).isFalse();
	}

	@Test
	void longLineIsReleasedAndABlockIsKept() {
		byte[] largest = new byte[PendingLines.LARGEST_BATCH];
		start(new LineBlock(largest));
		this.batch.clear();
		assertThat(this.batch.bytes()).isSameAs(largest);
		start(new LineBlock(new byte[PendingLines.LARGEST_BATCH + 1]));
		this.batch.clear();
		assertThat(this.batch.bytes()).isEmpty();
	}

	private void start(Block block) {
		this.batch.start(block);
		this.batch.assemble((gap) -> new byte[] { 8, 8 });
	}

}
