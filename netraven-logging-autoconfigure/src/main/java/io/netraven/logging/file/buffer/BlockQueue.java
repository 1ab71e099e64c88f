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

	/**
	 * Enough for a burst of 1 MB without an allocation.
	 */
	private static final int MOST_SPARES = 16;

	private final int largest;

	/**
	 * Has entries that are not written whole, unless it is the only one.
	 */
	private Block first;

	private Block last;

	/**
	 * All but {@link #first}. Each has entries that are not written whole.
	 */
	private final Deque<Block> others = new ArrayDeque<>();

	/**
	 * Blocks that are not used at the moment, so that steady work allocates none. The one
	 * that was used last is the first to be used again: a core may still have it in its
	 * cache.
	 */
	private final Deque<LineBlock> spares = new ArrayDeque<>(MOST_SPARES);

	BlockQueue(long capacity) {
		this.largest = (int) Math.max(SMALLEST, Math.min(PendingLines.LARGEST_BATCH, capacity / 16));
		this.first = new LineBlock(SMALLEST);
		this.last = this.first;
	}

	Block first() {
		return this.first;
	}

	Block last() {
		return this.last;
	}

	/**
	 * Adds a line that does not fit into the last block.
	 * @param line the line
	 * @param waiting how many bytes wait
	 */
	void addBlockFor(byte[] line, long waiting) {
		if (line.length > LineBlock.LONGEST_COPIED) {
			append(new LineBlock(line));
		}
		else {
			LineBlock block = ofSize(Math.max(line.length, asMuchAsWaits(waiting)));
			block.add(line);
			append(block);
		}
	}

	private int asMuchAsWaits(long waiting) {
		if (this.last instanceof GapBlock) {
			return SMALLEST_BEHIND_GAP;
		}
		return (int) Math.max(SMALLEST, Math.min(this.largest, waiting));
	}

	void add(GapBlock gap) {
		append(gap);
	}

	private LineBlock ofSize(int bytes) {
		LineBlock unused = this.spares.pollLast();
		return (unused != null && unused.size() >= bytes) ? unused : new LineBlock(bytes);
	}

	private void append(Block block) {
		if (this.first.entries() == 0) {
			recycle(this.first);
			this.first = block;
		}
		else {
			this.others.addLast(block);
		}
		this.last = block;
	}

	/**
	 * Removes the oldest block, which is written. If it is the only one it is used again
	 * from its beginning.
	 */
	void removeFirst() {
		if (!this.others.isEmpty()) {
			recycle(this.first);
			this.first = this.others.removeFirst();
		}
		else if (this.first instanceof LineBlock only && only.isReusable()) {
			only.clear();
		}
		else {
			this.first = ofSize(SMALLEST);
			this.last = this.first;
		}
	}

	private void recycle(Block block) {
		if (block instanceof LineBlock unused && unused.isReusable() && this.spares.size() < MOST_SPARES) {
			unused.clear();
			this.spares.addLast(unused);
		}
	}

	/**
	 * Puts a copy in the place of the oldest block, whose memory a writer may still read
	 * that has lost its turn.
	 */
	void copyFirst() {
		if (this.first instanceof LineBlock block) {
			this.first = new LineBlock(block);
			if (this.others.isEmpty()) {
				this.last = this.first;
			}
		}
	}

}
