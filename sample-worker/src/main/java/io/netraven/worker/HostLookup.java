package io.netraven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

/**
 * Finds the addresses of hosts within a time-out, which the lookup of the JDK does not
 * have. A lookup that does not return keeps its thread; there is a limit of threads.
 */
@Component
class HostLookup {

	static final int MOST_AT_ONCE = 8;

	private final ExecutorService threads = new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), HostLookup::daemon);

	InetAddress find(String host, Duration timeout) throws IOException {
		try {
			Future<InetAddress> lookup = this.threads.submit(() -> resolve(host));
			return lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException | RejectedExecutionException ex) {
			throw new SocketTimeoutException("no address for %s in time".formatted(host));
		}
		catch (ExecutionException ex) {
			throw new UnknownHostException(host);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	InetAddress resolve(String host) throws UnknownHostException {
		return InetAddress.getByName(host);
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "lookup");
		thread.setDaemon(true);
		return thread;
	}

}
