package io.netraven.worker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

import io.netraven.worker.Reachability.Answer;

import org.springframework.stereotype.Component;

/**
 * Finds out whether a TCP port answers, by connecting to it. The time-out is that of the
 * whole check, the lookup of the host included.
 */
@Component
class TcpCheck {

	private final HostLookup lookup;

	TcpCheck(HostLookup lookup) {
		this.lookup = lookup;
	}

	Reachability connect(String host, int port, Duration timeout) {
		long start = System.nanoTime();
		Answer answer = answer(host, port, start, timeout);
		return new Reachability(answer, Duration.ofNanos(System.nanoTime() - start));
	}

	private Answer answer(String host, int port, long start, Duration timeout) {
		try (Socket socket = new Socket()) {
			InetAddress address = this.lookup.find(host, timeout);
			long left = timeout.minusNanos(System.nanoTime() - start).toMillis();
			// 0 would be no limit
			socket.connect(new InetSocketAddress(address, port), (int) Math.max(1, left));
			return Answer.REACHABLE;
		}
		catch (SocketTimeoutException ex) {
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

}
