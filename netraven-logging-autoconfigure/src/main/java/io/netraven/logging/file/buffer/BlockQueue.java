package io.netraven.logging.file.buffer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The blocks that pending entries stand in, oldest first. Small ones while little waits,
 * so that they stay in a processor's cache, and larger ones behind a backlog.
 *
 * @author NetRaven maintainers
 */
final class BlockQueue {

	private static final int SMALLEST = 8 * 1024;

	/**
	 * Behind dropped lines the buffer is full, and the next line may be dropped again.
	 */
	private static final int SMALLEST_BEHIND_GAP = 512;

	private static final int LARGEST_BLOCK = PendingLines.LARGEST_BATCH;

	/**
	 * Lines above this are not copied: the lock is held for a short time only.
	 */
	private static final int LONG_LINE = 16 * 1024;

	/**
	 * Enough for a burst of 1 MB without an allocation.
	 */
	private static final int MOST_SPARES = 16;

	private final int largest;

	/**
	 * At least one block. Each has entries that are not written whole, but the only one
	 * may be empty.
	 */
	private final Deque<Block> blocks = new ArrayDeque<>();

	/**
	 * How many bytes have been added since lines were dropped.
	 */
	private long sinceGap = LARGEST_BLOCK;

	/**
	 * BlockQueue that are not used at the moment, so that steady work allocates none. The
	 * one that was used last is the first to be used again: a core may still have it in
	 * its cache.
	 */
	private final Deque<LineBlock> spares = new ArrayDeque<>();

	BlockQueue(long capacity) {
		this.largest = (int) Math.max(SMALLEST, Math.min(LARGEST_BLOCK, capacity / 16));
		this.blocks.add(new LineBlock(SMALLEST));
	}

	Block first() {
		return this.blocks.getFirst();
	}

	Block last() {
		return this.blocks.getLast();
	}

	void add(byte[] line, long waiting) {
		if (line.length > LONG_LINE) {
			append(new LineBlock(line));
		}
		else if (last() instanceof LineBlock block && block.hasRoomFor(line)) {
			block.add(line);
		}
		else {
			LineBlock block = ofSize(Math.max(line.length, likelyNeeded(waiting)));
			block.add(line);
			append(block);
		}
		this.sinceGap += line.length;
	}

	private int likelyNeeded(long waiting) {
		long asMuchAgain = Math.min(this.sinceGap, Math.max(SMALLEST, waiting));
		return (int) Math.max(SMALLEST_BEHIND_GAP, Math.min(this.largest, asMuchAgain));
	}

	void add(GapBlock gap) {
		append(gap);
		this.sinceGap = 0;
	}

	private LineBlock ofSize(int bytes) {
		LineBlock unused = this.spares.pollLast();
		return (unused != null && unused.size() >= bytes) ? unused : new LineBlock(bytes);
	}

	private void append(Block block) {
		if (first().entries() == 0) {
			recycle(this.blocks.removeFirst());
		}
		this.blocks.addLast(block);
	}

	/**
	 * Take out the oldest block, which has landed. If it is the only one it is used again
	 * from its beginning, which costs less than an exchange.
	 */
	void removeFirst() {
		if (this.blocks.size() > 1) {
			recycle(this.blocks.removeFirst());
		}
		else if (first() instanceof LineBlock only && only.isReusable()) {
			only.clear();
		}
		else {
			this.blocks.removeFirst();
			this.blocks.add(ofSize(SMALLEST));
		}
	}

	private void recycle(Block block) {
		if (block instanceof LineBlock unused && unused.isReusable() && this.spares.size() < MOST_SPARES) {
			unused.clear();
			this.spares.addLast(unused);
		}
	}

	/**
	 * Put a copy in the place of the oldest block, whose memory a writer may still read
	 * that has lost its turn.
	 */
	void copyFirst() {
		if (first() instanceof LineBlock block) {
			this.blocks.removeFirst();
			this.blocks.addFirst(new LineBlock(block));
		}
	}

}
