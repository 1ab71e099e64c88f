package io.netraven.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netraven.worker.Reachability.Answer;

import org.springframework.stereotype.Component;

/**
 * Finds out whether a TCP port answers, by looking its host up and connecting to it.
 */
@Component
class TcpCheck {

	private final Lookup lookup;

	TcpCheck() {
		this(InetSocketAddress::new);
	}

	TcpCheck(Lookup lookup) {
		this.lookup = lookup;
	}

	Reachability connect(String host, int port, Duration timeout) {
		long start = System.nanoTime();
		Answer answer = answer(host, port, start + timeout.toNanos());
		return new Reachability(answer, Duration.ofNanos(System.nanoTime() - start));
	}

	private Answer answer(String host, int port, long end) {
		try (Socket socket = new Socket()) {
			InetSocketAddress address = find(host, port, end);
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
			// to a socket 0 is no limit
			socket.connect(address, (int) Math.max(1, left));
			return Answer.REACHABLE;
		}
		catch (SocketTimeoutException | TimeoutException ex) {
			return Answer.TIMED_OUT;
		}
		catch (ConnectException ex) {
			return Answer.REFUSED;
		}
		catch (UnknownHostException ex) {
			return Answer.UNKNOWN_HOST;
		}
		catch (IOException ex) {
			return Answer.UNREACHABLE;
		}
	}

	/**
	 * Look a host up on a thread of its own: name servers have no limit that the caller
	 * could set.
	 */
	private InetSocketAddress find(String host, int port, long end) throws IOException, TimeoutException {
		FutureTask<InetSocketAddress> task = new FutureTask<>(() -> this.lookup.find(host, port));
		Thread thread = new Thread(task, "lookup-" + host);
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("The look-up was interrupted");
		}
	}

	/**
	 * Finds the address of a host.
	 */
	interface Lookup {

		InetSocketAddress find(String host, int port) throws Exception;

	}

}
