package io.netraven.logging.file.buffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BufferSpace} at its limits.
 */
class BufferSpaceTests {

	private final BufferSpace space = new BufferSpace(10_000);

	@Test
	void lineFitsUpToTheLastByte() {
		assertThat(this.space.hasRoomFor(992, 1000)).isTrue();
		assertThat(this.space.hasRoomFor(993, 1000)).isFalse();
	}

	@Test
	void linesCostTheirBytesAndTheirEntries() {
		this.space.addLine(100);
		this.space.addLine(50);
		assertThat(this.space.bytes()).isEqualTo(166);
		assertThat(this.space.hasRoomFor(826, 1000)).isTrue();
		assertThat(this.space.hasRoomFor(827, 1000)).isFalse();
		this.space.removeLines(2, 150);
		assertThat(this.space.bytes()).isZero();
	}

	@Test
	void gapsTakeRoomUntilTheyAreRemoved() {
		this.space.addGap();
		this.space.addGap();
		assertThat(this.space.bytes()).isZero();
		assertThat(this.space.hasRoomFor(0, 2 * 1024 + 8)).isTrue();
		assertThat(this.space.hasRoomFor(1, 2 * 1024 + 8)).isFalse();
		this.space.removeGaps(2);
		assertThat(this.space.hasRoomFor(992, 1000)).isTrue();
	}

	@Test
	void isHalfUsedAboveTheHalf() {
		this.space.addLine(4992);
		assertThat(this.space.isHalfUsed()).isFalse();
		this.space.addLine(0);
		assertThat(this.space.isHalfUsed()).isTrue();
		assertThat(this.space.capacity()).isEqualTo(10_000);
	}

}
