package io.netraven.logging.file.buffer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The blocks of pending entries, oldest first. Small blocks while little waits, so that
 * they stay in a processor's cache, and larger ones behind a backlog.
 */
final class BlockQueue {

	private static final int SMALLEST = 8 * 1024;

	/**
	 * The buffer is full behind dropped lines, and the next line may be dropped as well.
	 */
	private static final int SMALLEST_BEHIND_GAP = 512;

	/**
	 * Enough for a burst of 1 MB without an allocation.
	 */
	private static final int MOST_SPARES = 16;

	private final int largest;

	/**
	 * Has entries that are not completely written, unless it is the only block.
	 */
	private Block first;

	private Block last;

	/**
	 * All blocks except {@link #first}. Each has entries that are not completely written.
	 */
	private final Deque<Block> others = new ArrayDeque<>();

	/**
	 * Unused blocks, so that a steady load allocates none. The most recently used one is
	 * reused first: a core may still have it in its cache.
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
	 * @param waiting the number of pending bytes
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
	 * Removes the oldest block, which must be completely written. The only block is
	 * reused from its beginning.
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
	 * Replaces the oldest block with a copy, because a thread that has lost its turn may
	 * still read the memory of the original.
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
