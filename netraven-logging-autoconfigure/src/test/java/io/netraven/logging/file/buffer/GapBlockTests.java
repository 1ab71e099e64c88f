package io.netraven.logging.file.buffer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.netraven.logging.file.Gap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link GapBlock}: what it counts, and how its record is written.
 */
class GapBlockTests {

	private static final Instant LATER = Instant.EPOCH.plusSeconds(5);

	private final GapBlock gap = new GapBlock(Instant.EPOCH, "full", 2, 7, false);

	@Test
	void growsWithNumbersAndTimes() {
		this.gap.add(LATER, 3, 5);
		this.gap.add(LATER, 1, 9);
		this.gap.add(LATER, 1, 0);
		assertThat(this.gap.gap()).isEqualTo(new Gap(7, Instant.EPOCH, LATER, "full", 5, 9));
	}

	@Test
	void isOpenUntilItIsClosed() {
		assertThat(this.gap.isOpen()).isTrue();
		this.gap.close();
		assertThat(this.gap.isOpen()).isFalse();
	}

	@Test
	void recordIsEncodedOnce() {
		assertThat(this.gap.end()).isZero();
		byte[] record = this.gap.bytes((gap) -> new byte[4]);
		assertThat(this.gap.bytes((gap) -> new byte[5])).isSameAs(record);
		assertThat(this.gap.end()).isEqualTo(4);
	}

	@Test
	void recordThatCannotBeEncodedIsPlainText() {
		byte[] record = this.gap.bytes((gap) -> {
			throw new IllegalStateException("broken");
		});
		assertThat(new String(record, StandardCharsets.UTF_8)).contains("full").endsWith(System.lineSeparator());
	}

	@Test
	void isWrittenWhenItsLastByteIs() {
		assertThat(Landing.part(this.gap, 0)).isZero();
		this.gap.bytes((gap) -> new byte[4]);
		assertThat(Landing.part(this.gap, 3)).isZero();
		assertThat(this.gap.offset()).isEqualTo(3);
		assertThat(this.gap.isInsideEntry()).isTrue();
		assertThat(this.gap.entries()).isOne();
		assertThat(Landing.part(this.gap, 1)).isOne();
		assertThat(this.gap.isInsideEntry()).isFalse();
		assertThat(this.gap.entries()).isZero();
	}

	@Test
	void isWrittenAgainFromItsBeginning() {
		this.gap.bytes((gap) -> new byte[4]);
		Landing.part(this.gap, 3);
		this.gap.rewind();
		assertThat(this.gap.offset()).isZero();
		assertThat(this.gap.isInsideEntry()).isFalse();
		this.gap.land(1, 4, 4);
		assertThat(this.gap.offset()).isEqualTo(4);
		assertThat(this.gap.entries()).isZero();
		assertThat(this.gap.landedEnd()).isZero();
	}

}
