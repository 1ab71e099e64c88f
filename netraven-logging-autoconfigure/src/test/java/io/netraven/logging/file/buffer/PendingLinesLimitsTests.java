package io.netraven.logging.file.buffer;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link PendingLines} where room ends, and where there was no memory for a gap.
 */
class PendingLinesLimitsTests {

	private final PendingLines pending = new PendingLines(1600);

	private final Batch batch = new Batch();

	@Test
	void newcomersLeaveASixteenth() {
		assertThat(this.pending.capacity()).isEqualTo(1600);
		assertThat(this.pending.capacityForNewcomers()).isEqualTo(1500);
	}

	@Test
	void firstLineFitsWhateverItsLength() {
		byte[] line = new byte[5000];
		assertThat(this.pending.hasRoomFor(line, 1600)).isTrue();
		this.pending.add(new byte[1]);
		assertThat(this.pending.hasRoomFor(line, 1600)).isFalse();
		assertThat(this.pending.hasRoomFor(new byte[1583], 1600)).isTrue();
		assertThat(this.pending.hasRoomFor(new byte[1584], 1600)).isFalse();
	}

	@Test
	void isHalfFullAboveTheHalf() {
		this.pending.add(new byte[792]);
		assertThat(this.pending.isHalfFull()).isFalse();
		this.pending.add(new byte[0]);
		assertThat(this.pending.isHalfFull()).isTrue();
	}

	@Test
	void linesDroppedWithoutMemoryAreCountedByTheNextGap() {
		assertThat(this.pending.hasUnmarked()).isFalse();
		this.pending.dropUnmarked();
		this.pending.dropUnmarked();
		assertThat(this.pending.hasUnmarked()).isTrue();
		assertThat(this.pending.isEmpty()).isTrue();
		this.pending.drop(0, Instant.EPOCH, "full");
		assertThat(this.pending.hasUnmarked()).isFalse();
		this.pending.drop(0, Instant.EPOCH, "full");
		fill();
		assertThat(this.batch.gap()).satisfies((gap) -> {
			assertThat(gap).isNotNull();
			assertThat(gap.lines()).isEqualTo(4);
			assertThat(gap.reason()).isEqualTo("full");
		});
	}

	@Test
	void linesDroppedWithoutMemoryGetAGapOfTheirOwn() {
		this.pending.dropUnmarked();
		this.pending.markUnmarked(Instant.EPOCH);
		assertThat(this.pending.hasUnmarked()).isFalse();
		fill();
		assertThat(this.batch.gap()).satisfies((gap) -> {
			assertThat(gap).isNotNull();
			assertThat(gap.lines()).isOne();
			assertThat(gap.reason()).contains("an error in the JVM");
		});
	}

	@Test
	void gapBehindAGapThatIsBeingWrittenIsAnother() {
		this.pending.drop(0, Instant.EPOCH, "full");
		fill();
		this.pending.drop(0, Instant.EPOCH, "full");
		assertThat(this.pending.tail()).isEqualTo(2);
	}

	@Test
	void removedLinesAreCountedAndGapsAreNot() {
		this.pending.add(new byte[3]);
		this.pending.add(new byte[3]);
		this.pending.drop(0, Instant.EPOCH, "full");
		fill();
		assertThat(this.pending.removePart(4)).isOne();
		assertThat(this.pending.isInsideLine()).isTrue();
		fill();
		assertThat(this.pending.remove(this.batch)).isOne();
		fill();
		assertThat(this.pending.removePart(1)).isZero();
		assertThat(this.pending.head()).isEqualTo(2);
		fill();
		assertThat(this.pending.remove(this.batch)).isZero();
		assertThat(this.pending.isEmpty()).isTrue();
		assertThat(this.pending.head()).isEqualTo(3);
	}

	@Test
	void removedGapLeavesItsRoom() {
		this.pending.add(new byte[1]);
		this.pending.drop(0, Instant.EPOCH, "full");
		this.pending.add(new byte[1]);
		assertThat(this.pending.hasRoomFor(new byte[600], 1600)).isFalse();
		for (int i = 0; i < 2; i++) {
			fill();
			this.pending.remove(this.batch);
		}
		assertThat(this.pending.hasRoomFor(new byte[600], 1600)).isTrue();
	}

	private void fill() {
		this.pending.fill(this.batch);
		this.batch.assemble((gap) -> new byte[2]);
	}

}
