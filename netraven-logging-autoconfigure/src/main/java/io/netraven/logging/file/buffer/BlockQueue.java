package io.netraven.logging.file.buffer;

import org.jspecify.annotations.Nullable;

/**
 * The blocks of pending entries, oldest first. Small blocks while little waits, so that
 * they stay in a processor's cache, and larger ones behind a backlog.
 * <p>
 * The blocks link each other: an error in the JVM can strike a call or an allocation, and
 * a block is added or removed without either.
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
	 * Has entries that are not completely written, unless it is the only block. All
	 * others have some.
	 */
	private Block first;

	private Block last;

	/**
	 * Unused blocks, so that a steady load allocates none. The most recently used one is
	 * reused first: a core may still have it in its cache.
	 */
	private @Nullable Block spare;

	private int spares;

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
	 * Returns a block with a line that does not fit into the last block.
	 * @param line the line
	 * @param waiting the number of pending bytes
	 * @return the block, to be added
	 */
	LineBlock blockFor(byte[] line, long waiting) {
		if (line.length > LineBlock.LONGEST_COPIED) {
			return new LineBlock(line);
		}
		LineBlock block = ofSize(Math.max(line.length, asMuchAsWaits(waiting)));
		block.add(line);
		return block;
	}

	private int asMuchAsWaits(long waiting) {
		if (this.last instanceof GapBlock) {
			return SMALLEST_BEHIND_GAP;
		}
		return (int) Math.max(SMALLEST, Math.min(this.largest, waiting));
	}

	private LineBlock ofSize(int bytes) {
		Block unused = this.spare;
		if (unused != null) {
			this.spare = unused.next;
			this.spares--;
			unused.next = null;
		}
		return (unused instanceof LineBlock block && block.size() >= bytes) ? block : new LineBlock(bytes);
	}

	/**
	 * Adds a block. If an error strikes, it is not added.
	 * @param block the block
	 */
	void add(Block block) {
		if (this.first.entries() == 0) {
			recycle(this.first);
			this.first = block;
		}
		else {
			this.last.next = block;
		}
		this.last = block;
	}

	/**
	 * Removes the oldest block, which must be completely written. The only block is
	 * reused from its beginning.
	 */
	void removeFirst() {
		Block written = this.first;
		if (written.next != null) {
			this.first = written.next;
			written.next = null;
			recycle(written);
		}
		else if (written instanceof LineBlock only && only.isReusable()) {
			only.clear();
		}
		else {
			this.first = ofSize(SMALLEST);
			this.last = this.first;
		}
	}

	private void recycle(Block block) {
		if (block instanceof LineBlock unused && unused.isReusable() && this.spares < MOST_SPARES) {
			unused.clear();
			unused.next = this.spare;
			this.spare = unused;
			this.spares++;
		}
	}

	/**
	 * Replaces the oldest block with a copy, because a thread that has lost its turn may
	 * still read the memory of the original.
	 */
	void copyFirst() {
		if (this.first instanceof LineBlock left) {
			LineBlock copy = new LineBlock(left);
			copy.next = left.next;
			left.next = null;
			this.first = copy;
			if (this.last == left) {
				this.last = copy;
			}
		}
	}

}
