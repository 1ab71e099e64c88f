package io.netraven.logging.file;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * A disk that does not answer until it is told to. Like a real one, it does not mind the
 * interrupts of those that it holds.
 */
public final class Hang implements WriteFault, DiskFault {

	private final CountDownLatch end = new CountDownLatch(1);

	private final Set<Thread> caught = ConcurrentHashMap.newKeySet();

	private volatile @Nullable IOException error;

	@Override
	public int allow(int length) throws IOException {
		before();
		return length;
	}

	@Override
	public void before() throws IOException {
		if (this.end.getCount() == 0) {
			return;
		}
		this.caught.add(Thread.currentThread());
		boolean interrupted = false;
		while (this.end.getCount() != 0) {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		IOException failure = this.error;
		if (failure != null) {
			throw failure;
		}
	}

	/**
	 * Those that were caught so far.
	 * @return the threads
	 */
	public Set<Thread> caught() {
		return this.caught;
	}

	public void end() {
		this.end.countDown();
	}

	/**
	 * End it, and wait for those that were caught. Without it one of them may still put a
	 * file into the folder of a test while that is deleted.
	 */
	public void endForGood() {
		end();
		await().until(() -> this.caught.stream().noneMatch(Thread::isAlive));
	}

	public void endWith(IOException failure) {
		this.error = failure;
		end();
	}

}
