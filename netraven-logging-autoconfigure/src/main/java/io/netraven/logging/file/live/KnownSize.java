package io.netraven.logging.file.live;

/**
 * The size of the live file as far as this process knows it, from its own writes and from
 * looks at the file.
 * <p>
 * {@link #writing}, {@link #written} and {@link #isFull} must be called by the holder of
 * the turn, all other methods by the file thread. Each field has one writing thread at a
 * time. The file thread sees {@link #own} as it was when it last held the lock of the
 * queue, which is sufficient: a value that is too small is never mistaken for a loss.
 */
public final class KnownSize {

	/**
	 * Bytes in the file when it was opened, plus those that this process has written.
	 * Exact while no other process writes.
	 */
	private long own;

	/**
	 * {@link #own} as it will be when the write in progress has returned. Set before the
	 * write, so that a look during the write does not attribute its bytes to another
	 * process.
	 */
	private volatile long ownSoon;

	/**
	 * How many bytes other processes have added, or removed if negative.
	 */
	private volatile long others;

	/**
	 * Value of {@link #own} at which the file is full.
	 */
	private volatile long limit = Long.MAX_VALUE;

	public KnownSize(long size) {
		this.own = size;
		this.ownSoon = size;
	}

	/**
	 * Notes how far the same file was written to while it was opened once more: its size
	 * may have been read before that. Must be called before the first write.
	 * @param end where the file ends at least
	 */
	public void grownTo(long end) {
		this.own = Math.max(this.own, end);
		this.ownSoon = this.own;
	}

	public void writing(int bytes) {
		this.ownSoon = this.own + bytes;
	}

	public void written() {
		this.own = this.ownSoon;
	}

	public boolean isFull() {
		return this.own >= this.limit;
	}

	public void fullAfter(long bytes) {
		long known = this.own;
		this.limit = (bytes < Long.MAX_VALUE - known) ? known + bytes : Long.MAX_VALUE;
	}

	public void neverFull() {
		this.limit = Long.MAX_VALUE;
	}

	public long own() {
		return this.own;
	}

	/**
	 * Returns where the file ends, as of the latest look at it. Other processes may have
	 * written more since.
	 * @return the position in bytes
	 */
	public long end() {
		return this.own + this.others;
	}

	/**
	 * Returns how much other processes have added, as of the latest look at the file.
	 * @return the number of bytes, negative if they have removed some
	 */
	public long others() {
		return this.others;
	}

	/**
	 * Returns whether a size is explained by what this process has written.
	 * @param seen the size in bytes, found before this call
	 * @return {@code false} if other processes have written, too
	 */
	boolean isOursAlone(long seen) {
		return this.others <= 0 && seen <= this.ownSoon + this.others;
	}

	/**
	 * Compares the size found by a look at the file with what was written.
	 * @param endBefore {@link #end} before the look
	 * @param seen the size in bytes found by the look
	 * @return at least how many bytes are missing; 0 if the file was not truncated
	 */
	public long missing(long endBefore, long seen) {
		long missing = Math.max(0, endBefore - seen);
		long grown = seen - this.ownSoon;
		if (missing > 0 || grown > this.others) {
			this.others = grown;
		}
		return missing;
	}

}
