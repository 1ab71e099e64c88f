package io.netraven.logging.file.buffer;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.netraven.logging.file.Gap;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link PendingLines} and {@link Batch} against a simple list of texts.
 */
class PendingLinesTests {

	private static final int STEPS = 4000;

	private final List<String> oracle = new ArrayList<>();

	private final Batch batch = new Batch();

	private PendingLines pending = new PendingLines(0);

	private boolean gapIsOpen;

	private long head;

	private int offset;

	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 10_000, 1_000_000 })
	void agreesWithASimpleList(int capacity) {
		this.pending = new PendingLines(capacity);
		Random random = new Random(capacity);
		for (int i = 0; i < STEPS; i++) {
			switch (random.nextInt(8)) {
				case 0 -> writeSome(random);
				case 1 -> drop();
				case 2 -> rewind(random);
				default -> add(random);
			}
			assertAgrees();
		}
		while (!this.pending.isEmpty()) {
			write(Integer.MAX_VALUE);
			assertAgrees();
		}
		assertThat(this.pending.bytes()).isZero();
	}

	@Test
	void memoryOfAHungWriterIsLeftToIt() {
		this.pending = new PendingLines(10_000);
		add("hung");
		fill();
		this.pending.leaveHead();
		this.pending.remove(this.batch);
		add("next");
		assertThat(this.batch.content()).isEqualTo(TestWriter.bytes("hung"));
	}

	@Test
	void longLineStaysAsItIs() {
		this.pending = new PendingLines(1_000_000);
		byte[] line = TestWriter.bytes("long ".repeat(20_000));
		byte[] copy = line.clone();
		this.pending.add(line);
		fill();
		this.pending.remove(this.batch);
		IntStream.range(0, 20_000).forEach((i) -> add("another line"));
		assertThat(line).isEqualTo(copy);
	}

	@Test
	void turnOfACallerIsShort() {
		this.pending = new PendingLines(8_000_000);
		IntStream.range(0, 20_000).forEach((i) -> add("0123456789"));
		int longest = 0;
		while (!this.pending.isEmpty()) {
			this.pending.fill(this.batch);
			this.batch.assemble((gap) -> TestWriter.bytes("gap"));
			assertThat(this.batch.length()).isLessThanOrEqualTo(PendingLines.LARGEST_BATCH);
			assertThat(this.batch.content()).endsWith('9', '\n');
			longest = Math.max(longest, this.batch.length());
			this.pending.remove(this.batch);
		}
		assertThat(longest).isGreaterThan(PendingLines.LARGEST_BATCH - 11);
	}

	@Test
	void gapKnowsTheNumbersOfItsLines() {
		this.pending = new PendingLines(10_000);
		for (long number : new long[] { 0, 7, 5, 0, 9 }) {
			this.pending.drop(number, Instant.EPOCH, "full");
		}
		this.pending.fill(this.batch);
		assertThat(this.batch.gap()).isEqualTo(new Gap(5, Instant.EPOCH, Instant.EPOCH, "full", 5, 9));
	}

	@Test
	void gapWithoutARecordLosesNoLineBehindIt() {
		this.pending = new PendingLines(10_000);
		this.pending.drop(0, Instant.EPOCH, "full");
		this.pending.fill(this.batch);
		this.batch.assemble((gap) -> new byte[0]);
		add("behind");
		this.pending.remove(this.batch);
		fill();
		assertThat(this.batch.content()).isEqualTo(TestWriter.bytes("behind"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 20_000 })
	void steadyWorkAllocatesNothing(int waiting) {
		this.pending = new PendingLines(8_000_000);
		byte[] line = TestWriter.bytes("x".repeat(130));
		IntStream.range(0, waiting).forEach((i) -> this.pending.add(line));
		passThrough(line, 100_000, 100);
		long before = allocatedBytes();
		passThrough(line, 100_000, 100);
		assertThat(allocatedBytes() - before).isLessThan(100_000);
	}

	@Test
	void burstsThatTakeSeveralBlocksAllocateNothing() {
		this.pending = new PendingLines(8_000_000);
		byte[] line = TestWriter.bytes("x".repeat(130));
		passThrough(line, 50_000, 5000);
		long before = allocatedBytes();
		passThrough(line, 50_000, 5000);
		assertThat(allocatedBytes() - before).isLessThan(100_000);
	}

	@Test
	void gapsBetweenLinesTakeLittleMemory() {
		this.pending = new PendingLines(8_000_000);
		byte[] line = TestWriter.bytes("x".repeat(130));
		IntStream.range(0, 50_000).forEach((i) -> this.pending.add(line));
		long before = allocatedBytes();
		for (int i = 0; i < 1000; i++) {
			this.pending.drop(0, Instant.EPOCH, "full");
			if (this.pending.hasRoomFor(line, this.pending.capacity())) {
				this.pending.add(line);
			}
		}
		assertThat(allocatedBytes() - before).isLessThan(1_000_000);
	}

	private static long allocatedBytes() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	private void passThrough(byte[] line, int lines, int atOnce) {
		long waiting = this.pending.lines();
		for (int i = 0; i < lines; i += atOnce) {
			for (int j = 0; j < atOnce; j++) {
				this.pending.add(line);
			}
			while (this.pending.lines() > waiting) {
				fill();
				long most = (this.pending.lines() - waiting) * line.length;
				this.pending.removePart((int) Math.min(this.batch.length(), most));
			}
		}
	}

	private void add(String line) {
		this.pending.add(TestWriter.bytes(line));
	}

	private void fill() {
		this.pending.fill(this.batch);
		this.batch.assemble((gap) -> TestWriter.bytes("gap"));
	}

	private void add(Random random) {
		String line = (random.nextInt(50) == 0) ? "long ".repeat(random.nextInt(20_000)) + '\n'
				: "x".repeat(random.nextInt(100)) + random.nextInt() + '\n';
		if (!this.pending.hasRoomFor(line.getBytes(StandardCharsets.UTF_8), this.pending.capacity())) {
			drop();
			return;
		}
		long position = this.pending.add(line.getBytes(StandardCharsets.UTF_8));
		this.oracle.add(line);
		this.gapIsOpen = false;
		assertThat(position).isEqualTo(this.head + this.oracle.size());
	}

	private void drop() {
		this.pending.drop(0, Instant.EPOCH, "full");
		if (this.gapIsOpen) {
			int last = this.oracle.size() - 1;
			this.oracle.set(last, marker(count(this.oracle.get(last)) + 1));
		}
		else {
			this.oracle.add(marker(1));
			this.gapIsOpen = true;
		}
	}

	private void writeSome(Random random) {
		if (!this.pending.isEmpty()) {
			write((random.nextBoolean()) ? Integer.MAX_VALUE : random.nextInt(PendingLines.LARGEST_BATCH));
		}
	}

	private void write(int atMost) {
		this.pending.fill(this.batch);
		this.batch.assemble((gap) -> marker(gap.lines()).getBytes(StandardCharsets.UTF_8));
		int entries = entriesIn(this.batch.length());
		this.gapIsOpen &= entries < this.oracle.size();
		String expected = String.join("", this.oracle.subList(0, entries)).substring(this.offset);
		assertThat(new String(this.batch.content(), StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(entries == 1 || this.batch.length() <= PendingLines.LARGEST_BATCH).isTrue();
		int taken = Math.min(atMost, this.batch.length());
		if (taken == this.batch.length()) {
			this.pending.remove(this.batch);
		}
		else {
			this.pending.removePart(taken);
		}
		this.batch.clear();
		int left = this.offset + taken;
		while (!this.oracle.isEmpty() && left >= this.oracle.get(0).length()) {
			left -= this.oracle.remove(0).length();
			this.head++;
		}
		this.offset = left;
	}

	private int entriesIn(int bytes) {
		int left = this.offset + bytes;
		int entries = 0;
		while (left > 0) {
			left -= this.oracle.get(entries++).length();
		}
		assertThat(left).as("the batch ends with a whole entry").isZero();
		return entries;
	}

	private void rewind(Random random) {
		if (random.nextInt(10) == 0) {
			this.pending.rewindHead();
			this.offset = 0;
		}
	}

	private void assertAgrees() {
		assertThat(this.pending.head()).isEqualTo(this.head);
		assertThat(this.pending.tail()).isEqualTo(this.head + this.oracle.size());
		assertThat(this.pending.isEmpty()).isEqualTo(this.oracle.isEmpty());
		assertThat(this.pending.isInsideLine()).isEqualTo(this.offset != 0);
		List<String> lines = this.oracle.stream().filter((entry) -> count(entry) == 0).toList();
		assertThat(this.pending.lines()).isEqualTo(lines.size());
		assertThat(this.pending.bytes())
			.isEqualTo(lines.stream().mapToLong((line) -> line.length() + PendingLines.LINE_OVERHEAD).sum());
	}

	private static String marker(long lines) {
		return "lost " + lines + '\n';
	}

	private static long count(String entry) {
		return (entry.startsWith("lost ")) ? Long.parseLong(entry.strip().substring(5)) : 0;
	}

}
