package io.netraven.worker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

import io.netraven.worker.Reachability.Answer;

import org.springframework.stereotype.Component;

/**
 * Finds out whether a TCP port answers, by connecting to it.
 */
@Component
class TcpCheck {

	Reachability connect(String host, int port, Duration timeout) {
		long start = System.nanoTime();
		Answer answer = answer(host, port, timeout);
		return new Reachability(answer, Duration.ofNanos(System.nanoTime() - start));
	}

	private Answer answer(String host, int port, Duration timeout) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
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
