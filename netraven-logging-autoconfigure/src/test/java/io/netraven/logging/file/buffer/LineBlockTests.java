package io.netraven.logging.file.buffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link LineBlock} at its limits.
 */
class LineBlockTests {

	private final LineBlock block = new LineBlock(100);

	@Test
	void takesLinesUpToItsSize() {
		assertThat(this.block.add(new byte[60])).isTrue();
		assertThat(this.block.add(new byte[41])).isFalse();
		assertThat(this.block.add(new byte[40])).isTrue();
		assertThat(this.block.entries()).isEqualTo(2);
		assertThat(this.block.end()).isEqualTo(100);
		assertThat(this.block.size()).isEqualTo(100);
	}

	@Test
	void takesNoLineThatIsTooLongToBeCopied() {
		LineBlock large = new LineBlock(64 * 1024);
		assertThat(large.add(new byte[LineBlock.LONGEST_COPIED + 1])).isFalse();
		assertThat(large.add(new byte[LineBlock.LONGEST_COPIED])).isTrue();
	}

	@Test
	void takesMoreLinesThanAreLikely() {
		for (int i = 0; i < 100; i++) {
			assertThat(this.block.add(new byte[] { (byte) i })).isTrue();
		}
		assertThat(this.block.bytes((gap) -> new byte[0])).startsWith(0, 1, 2).endsWith(98, 99);
		assertThat(Landing.part(this.block, 57)).isEqualTo(57);
		assertThat(this.block.entries()).isEqualTo(43);
	}

	@Test
	void partOfALineIsNotAWholeOne() {
		this.block.add(new byte[10]);
		this.block.add(new byte[10]);
		assertThat(Landing.part(this.block, 9)).isZero();
		assertThat(this.block.isInsideEntry()).isTrue();
		assertThat(this.block.landedEnd()).isZero();
		assertThat(Landing.part(this.block, 1)).isEqualTo(1);
		assertThat(this.block.isInsideEntry()).isFalse();
		assertThat(Landing.part(this.block, 5)).isZero();
		assertThat(this.block.offset()).isEqualTo(15);
		this.block.rewind();
		assertThat(this.block.offset()).isEqualTo(10);
		this.block.land(1, 20, 20);
		assertThat(this.block.entries()).isZero();
		assertThat(this.block.offset()).isEqualTo(20);
		assertThat(this.block.landedEnd()).isEqualTo(20);
	}

	@Test
	void copyHasTheSameStateInMemoryOfItsOwn() {
		this.block.add(new byte[] { 1, 2, 3 });
		this.block.add(new byte[] { 4, 5 });
		this.block.add(new byte[] { 6 });
		Landing.part(this.block, 4);
		LineBlock copy = new LineBlock(this.block);
		this.block.bytes((gap) -> new byte[0])[4] = 9;
		assertThat(copy.bytes((gap) -> new byte[0])).startsWith(1, 2, 3, 4, 5, 6);
		assertThat(copy.entries()).isEqualTo(2);
		assertThat(copy.end()).isEqualTo(6);
		assertThat(copy.landedEnd()).isEqualTo(3);
		assertThat(copy.offset()).isEqualTo(4);
		assertThat(copy.isInsideEntry()).isTrue();
		assertThat(copy.isReusable()).isTrue();
		assertThat(Landing.part(copy, 1)).isEqualTo(1);
		assertThat(copy.add(new byte[94])).isTrue();
	}

	@Test
	void longLineIsABlockThatIsNotReused() {
		byte[] line = { 1, 2, 3 };
		LineBlock only = new LineBlock(line);
		assertThat(only.bytes((gap) -> new byte[0])).isSameAs(line);
		assertThat(only.isReusable()).isFalse();
		assertThat(only.entries()).isOne();
		assertThat(only.end()).isEqualTo(3);
		assertThat(only.add(new byte[1])).isFalse();
		assertThat(Landing.part(only, 2)).isZero();
		assertThat(Landing.part(only, 1)).isOne();
	}

	@Test
	void clearedBlockIsAsNew() {
		this.block.add(new byte[50]);
		Landing.part(this.block, 50);
		this.block.add(new byte[30]);
		Landing.part(this.block, 10);
		this.block.clear();
		assertThat(this.block.entries()).isZero();
		assertThat(this.block.end()).isZero();
		assertThat(this.block.offset()).isZero();
		assertThat(this.block.landedEnd()).isZero();
		assertThat(this.block.add(new byte[100])).isTrue();
	}

}
