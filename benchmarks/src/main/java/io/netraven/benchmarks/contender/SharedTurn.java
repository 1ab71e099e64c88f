package io.netraven.benchmarks.contender;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The least that has to be done for lines of several threads that share their writes, as
 * strict as {@code sync}: a call returns when the operating system has its line. A caller
 * adds its line to an array, and one of the callers writes all that was added, while the
 * others add to a second array. There is no limit of memory, no order of turns, no
 * outage, no gap and no rotation.
 */
final class SharedTurn extends EncodingAppender {

	/** More than the lines of all callers. */
	private static final int CAPACITY = 1 << 20;

	private static final int YIELDS_BEFORE_PARK = 5;

	private static final long LONGEST_PARK_NANOS = 50_000;

	private final FileOutputStream file;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition turnEnded = this.lock.newCondition();

	private final AtomicBoolean writing = new AtomicBoolean();

	private byte[] filling = new byte[CAPACITY];

	private byte[] spare = new byte[CAPACITY];

	private int length;

	private long added;

	private volatile long written;

	private int parked;

	SharedTurn(FileOutputStream file) {
		super(file);
		this.file = file;
	}

	@Override
	void take(byte[] line) throws IOException {
		long end = add(line);
		int yields = 0;
		while (this.written < end) {
			if (!this.writing.get() && this.writing.compareAndSet(false, true)) {
				writeUpTo(end);
				return;
			}
			if (yields++ < YIELDS_BEFORE_PARK) {
				Thread.yield();
			}
			else {
				park(end);
			}
		}
	}

	private long add(byte[] line) {
		this.lock.lock();
		try {
			System.arraycopy(line, 0, this.filling, this.length, line.length);
			this.length += line.length;
			this.added += line.length;
			return this.added;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void writeUpTo(long end) throws IOException {
		try {
			if (this.written < end) {
				writeAll();
			}
		}
		finally {
			this.writing.set(false);
			wake();
		}
	}

	private void writeAll() throws IOException {
		byte[] batch;
		int count;
		long upTo;
		this.lock.lock();
		try {
			batch = this.filling;
			count = this.length;
			upTo = this.added;
			this.filling = this.spare;
			this.spare = batch;
			this.length = 0;
		}
		finally {
			this.lock.unlock();
		}
		this.file.write(batch, 0, count);
		this.written = upTo;
	}

	private void park(long end) {
		this.lock.lock();
		try {
			if (this.written < end && this.writing.get()) {
				this.parked++;
				awaitEndOfTurn();
				this.parked--;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void awaitEndOfTurn() {
		try {
			this.turnEnded.awaitNanos(LONGEST_PARK_NANOS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void wake() {
		if (this.parked > 0) {
			this.lock.lock();
			try {
				this.turnEnded.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

}
