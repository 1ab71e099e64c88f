package io.netraven.logging.file.buffer;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BlockQueue}: how large its blocks are, and which of them it uses again.
 */
class BlockQueueTests {

	private final BlockQueue blocks = new BlockQueue(8_000_000);

	@ParameterizedTest
	@CsvSource({ "0, 8192", "8192, 8192", "8193, 8193", "65536, 65536", "65537, 65536", "8000000, 65536" })
	void blocksAreAsLargeAsWhatWaits(long waiting, int size) {
		fill(this.blocks.first());
		this.blocks.add(this.blocks.blockFor(new byte[10], waiting));
		assertThat(((LineBlock) this.blocks.last()).size()).isEqualTo(size);
	}

	@ParameterizedTest
	@CsvSource({ "1000, 8192", "160000, 10000", "8000000, 65536" })
	void largestBlockIsAPartOfTheCapacity(long capacity, int size) {
		BlockQueue queue = new BlockQueue(capacity);
		fill(queue.first());
		queue.add(queue.blockFor(new byte[10], 8_000_000));
		assertThat(((LineBlock) queue.last()).size()).isEqualTo(size);
	}

	@Test
	void blockHasRoomForItsFirstLine() {
		fill(this.blocks.first());
		this.blocks.add(this.blocks.blockFor(new byte[LineBlock.LONGEST_COPIED], 0));
		LineBlock copied = (LineBlock) this.blocks.last();
		assertThat(copied.size()).isEqualTo(LineBlock.LONGEST_COPIED);
		assertThat(copied.isReusable()).isTrue();
		assertThat(copied.entries()).isOne();
		this.blocks.add(this.blocks.blockFor(new byte[LineBlock.LONGEST_COPIED + 1], 0));
		assertThat(((LineBlock) this.blocks.last()).isReusable()).isFalse();
	}

	@Test
	void blockBehindAGapIsSmall() {
		fill(this.blocks.first());
		this.blocks.add(new GapBlock(Instant.EPOCH, "full", 1, 0, false));
		this.blocks.add(this.blocks.blockFor(new byte[10], 8_000_000));
		assertThat(((LineBlock) this.blocks.last()).size()).isEqualTo(512);
	}

	@Test
	void emptyBlockGivesWay() {
		Block empty = this.blocks.first();
		GapBlock gap = new GapBlock(Instant.EPOCH, "full", 1, 0, false);
		this.blocks.add(gap);
		assertThat(this.blocks.first()).isSameAs(gap);
		assertThat(this.blocks.last()).isSameAs(gap);
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		gap.land(1, 0, 0);
		this.blocks.removeFirst();
		assertThat(this.blocks.first()).isSameAs(this.blocks.last()).isSameAs(empty);
	}

	@Test
	void onlyBlockIsUsedAgain() {
		Block only = this.blocks.first();
		fill(only);
		Landing.part(only, 10);
		this.blocks.removeFirst();
		assertThat(this.blocks.first()).isSameAs(only);
		assertThat(only.end()).isZero();
	}

	@Test
	void memoryOfALongLineIsReplaced() {
		this.blocks.add(this.blocks.blockFor(new byte[100_000], 0));
		Block longLine = this.blocks.first();
		this.blocks.removeFirst();
		assertThat(this.blocks.first()).isNotSameAs(longLine).isSameAs(this.blocks.last());
		assertThat(((LineBlock) this.blocks.first()).size()).isEqualTo(8192);
	}

	@Test
	void writtenBlockIsASpareOne() {
		Block first = this.blocks.first();
		fill(first);
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		this.blocks.removeFirst();
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		assertThat(this.blocks.last()).isSameAs(first);
		assertThat(first.entries()).isOne();
	}

	@Test
	void spareBlockThatIsTooSmallIsNotUsed() {
		Block first = this.blocks.first();
		fill(first);
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		this.blocks.removeFirst();
		this.blocks.add(this.blocks.blockFor(new byte[9000], 0));
		assertThat(this.blocks.last()).isNotSameAs(first);
	}

	@Test
	void atMostSixteenBlocksAreSpare() {
		fill(this.blocks.first());
		for (int i = 0; i < 40; i++) {
			this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		}
		Block[] removed = new Block[40];
		for (int i = 0; i < 40; i++) {
			removed[i] = this.blocks.first();
			this.blocks.removeFirst();
		}
		for (int i = 15; i >= 0; i--) {
			this.blocks.add(this.blocks.blockFor(new byte[10], 0));
			assertThat(this.blocks.last()).isSameAs(removed[i]);
		}
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		assertThat(this.blocks.last()).isNotIn((Object[]) removed);
	}

	@Test
	void copyOfTheOnlyBlockIsTheLastOneToo() {
		Block original = this.blocks.first();
		fill(original);
		this.blocks.copyFirst();
		assertThat(this.blocks.first()).isNotSameAs(original).isSameAs(this.blocks.last());
		assertThat(this.blocks.first().entries()).isOne();
	}

	@Test
	void copyOfTheFirstOfSeveralBlocksLeavesTheLast() {
		fill(this.blocks.first());
		this.blocks.add(this.blocks.blockFor(new byte[10], 0));
		Block last = this.blocks.last();
		this.blocks.copyFirst();
		assertThat(this.blocks.last()).isSameAs(last).isNotSameAs(this.blocks.first());
	}

	private static void fill(Block block) {
		assertThat(((LineBlock) block).add(new byte[10])).isTrue();
	}

}
