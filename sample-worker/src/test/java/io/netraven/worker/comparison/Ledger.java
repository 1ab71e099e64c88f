package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What an application and its test tell each other: a mapped file, which survives the
 * death of the application and is on no disk that is hurt. Each cell has one writer.
 */
final class Ledger {

	static final int THREADS = 4;

	/**
	 * Facts of each thread.
	 */
	enum OfThread {

		RETURNED, LONGEST_CALL_MILLIS, INTERRUPTS, LOST_INTERRUPTS, ENDED

	}

	/**
	 * Facts of the whole application. The test writes the first two.
	 */
	enum OfProcess {

		STOP, EAT_MEMORY, DOWN, LONGEST_HEALTH_MILLIS, UNCONFIRMED, HOOKS_DONE_AT

	}

	private final MappedByteBuffer cells;

	private Ledger(MappedByteBuffer cells) {
		this.cells = cells;
	}

	static Ledger open(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.CREATE)) {
			MappedByteBuffer cells = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
			cells.order(ByteOrder.nativeOrder());
			return new Ledger(cells);
		}
	}

	void set(OfProcess fact, long value) {
		this.cells.putLong(fact.ordinal() * Long.BYTES, value);
	}

	long get(OfProcess fact) {
		return this.cells.getLong(fact.ordinal() * Long.BYTES);
	}

	void set(int thread, OfThread fact, long value) {
		this.cells.putLong(index(thread, fact), value);
	}

	long get(int thread, OfThread fact) {
		return this.cells.getLong(index(thread, fact));
	}

	void raise(int thread, OfThread fact, long value) {
		if (value > get(thread, fact)) {
			set(thread, fact, value);
		}
	}

	/**
	 * Return the fact of each thread.
	 * @param fact what to return
	 * @return a value for each thread
	 */
	long[] all(OfThread fact) {
		return IntStream.range(0, THREADS).mapToLong((thread) -> get(thread, fact)).toArray();
	}

	boolean hasLogged() {
		return LongStream.of(all(OfThread.RETURNED)).allMatch((line) -> line > 0);
	}

	boolean hasEnded() {
		return LongStream.of(all(OfThread.ENDED)).allMatch((ended) -> ended > 0);
	}

	private static int index(int thread, OfThread fact) {
		int cell = OfProcess.values().length + thread * OfThread.values().length + fact.ordinal();
		return cell * Long.BYTES;
	}

}
