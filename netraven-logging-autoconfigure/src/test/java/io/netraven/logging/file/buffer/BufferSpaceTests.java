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
	void linesAndGapsTakeRoom() {
		this.space.bytes = 100;
		this.space.gapBytes = 50;
		assertThat(this.space.hasRoomFor(842, 1000)).isTrue();
		assertThat(this.space.hasRoomFor(843, 1000)).isFalse();
	}

	@Test
	void isHalfUsedAboveTheHalf() {
		this.space.bytes = 5000;
		this.space.gapBytes = 5000;
		assertThat(this.space.isHalfUsed()).isFalse();
		this.space.bytes++;
		assertThat(this.space.isHalfUsed()).isTrue();
		assertThat(this.space.capacity()).isEqualTo(10_000);
	}

}
