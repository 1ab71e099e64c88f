package io.netraven.logging.file.live;

/**
 * The size of the live file as far as this process knows it: what it has written itself,
 * and what looks at the file have shown of others.
 * <p>
 * {@link #writing}, {@link #written} and {@link #isFull} are called by the holder of the
 * turn, all other methods by the file thread. Every field has one writing thread at a
 * time. The file thread sees {@link #own} as it was when it last held the lock of the
 * queue, which is enough: too little is never taken for a loss.
 *
 * @author NetRaven maintainers
 */
public final class KnownSize {

	/**
	 * What this process has written, and what the file had when it was opened. Exact
	 * while nobody else writes.
	 */
	private long own;

	/**
	 * {@link #own} once the write in progress has returned. Set before the write, so that
	 * a look during it does not take its bytes for somebody else's.
	 */
	private volatile long ownSoon;

	/**
	 * How many bytes others have added, or removed if negative.
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
	 * Returns where the file ends, as far as looks at it have shown. Others may have
	 * written more since.
	 * @return a number of bytes
	 */
	public long end() {
		return this.own + this.others;
	}

	/**
	 * Returns how much others have added, as far as looks at the file have shown.
	 * @return a number of bytes, negative if they have removed some
	 */
	public long others() {
		return this.others;
	}

	/**
	 * Compares the size that a look at the file has shown with what was written.
	 * @param endBefore {@link #end} before the look
	 * @param seen the size that the look has shown
	 * @return how many bytes are missing at least; 0 if the file was not truncated
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
