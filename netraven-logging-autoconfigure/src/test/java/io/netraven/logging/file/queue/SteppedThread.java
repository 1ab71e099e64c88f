package io.netraven.logging.file.queue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A thread that runs only when it is told to, from one pause to the next, so that a test
 * decides how threads interleave. It may also park for real, and then only comes back
 * when it is unparked for real.
 */
final class SteppedThread {

	private static final ThreadLocal<SteppedThread> CURRENT = new ThreadLocal<>();

	private final Semaphore go = new Semaphore(0);

	private final Semaphore stopped = new Semaphore(0);

	private final Thread thread;

	private volatile boolean parked;

	private volatile boolean timeIsOver;

	/**
	 * Whether it may write without the turn, as one that closes files does.
	 */
	private final boolean closes;

	private volatile boolean writing;

	private volatile boolean cancelled;

	private volatile boolean ended;

	private volatile @Nullable Throwable failure;

	SteppedThread(String name, boolean closes, Consumer<SteppedThread> script) {
		this.closes = closes;
		this.thread = new Thread(() -> run(script), name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void run(Consumer<SteppedThread> script) {
		try {
			CURRENT.set(this);
			this.go.acquire();
			script.accept(this);
		}
		catch (Throwable ex) {
			this.failure = ex;
		}
		this.ended = true;
		this.stopped.release();
	}

	/**
	 * Run to the next pause, park or end.
	 */
	void step() {
		this.go.release();
		awaitStop();
	}

	private void awaitStop() {
		try {
			if (!this.stopped.tryAcquire(20, TimeUnit.SECONDS)) {
				throw new AssertionError(this.thread.getName() + " was to be woken but is still parked");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		Throwable failure = this.failure;
		if (failure != null) {
			throw new AssertionError(this.thread.getName() + " failed", failure);
		}
	}

	/**
	 * Called by this thread itself: let others run.
	 */
	void pause() {
		this.stopped.release();
		if (this.cancelled) {
			throw new CancellationException();
		}
		try {
			this.go.acquire();
		}
		catch (InterruptedException ex) {
			throw new CancellationException();
		}
	}

	/**
	 * Called by this thread itself: let others run during a write.
	 * @param queue whose turn it needs
	 * @return whether the write counts; not so if it was given up meanwhile
	 */
	boolean pauseInWrite(TestQueue queue) {
		this.writing = true;
		pause();
		boolean counts = !isGivenUp(queue);
		this.writing = false;
		return counts;
	}

	static SteppedThread current() {
		return CURRENT.get();
	}

	/**
	 * Called by this thread itself: park while it stands in line.
	 * @param queue where it stands in line
	 * @return whether it came back because its time was over
	 */
	boolean parkIn(TestQueue queue) {
		this.parked = true;
		this.stopped.release();
		while (queue.isParked(this.thread) && !this.timeIsOver) {
			LockSupport.park(this);
			if (Thread.interrupted()) {
				throw new CancellationException();
			}
		}
		boolean over = this.timeIsOver;
		this.timeIsOver = false;
		pause();
		return over;
	}

	/**
	 * Let a parked thread come back if it stands in line no more.
	 * @param queue where it stood in line
	 */
	void comeBackIfWoken(TestQueue queue) {
		if (this.parked && !queue.isParked(this.thread)) {
			awaitStop();
			this.parked = false;
		}
	}

	void endPatience() {
		this.timeIsOver = true;
		LockSupport.unpark(this.thread);
		awaitStop();
		this.parked = false;
	}

	/**
	 * Look whether this thread hangs in a write that was given up.
	 * @param queue whose turn it needs
	 * @return whether it does
	 */
	boolean isGivenUp(TestQueue queue) {
		return this.writing && !this.closes && !queue.isTurnOf(this.thread);
	}

	boolean isParked() {
		return this.parked;
	}

	boolean isEnded() {
		return this.ended;
	}

	void cancel() {
		this.cancelled = true;
		this.thread.interrupt();
	}

	@Override
	public String toString() {
		return this.thread.getName() + ((this.parked) ? " (parked)" : (this.ended) ? " (ended)" : " (awake)");
	}

}
