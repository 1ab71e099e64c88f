package io.netraven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.netraven.worker.Reachability.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TcpCheck}.
 */
class TcpCheckTests {

	private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void listeningPortIsReachable() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 50, LOOPBACK)) {
			Reachability reachability = check(server.getLocalPort(), LONG);
			assertThat(reachability.isReachable()).isTrue();
			assertThat(reachability).asString().matches("reachable in \\d+ ms");
		}
	}

	@Test
	void portWithoutListenerRefuses() throws IOException {
		try (Socket bound = new Socket()) {
			bound.bind(new InetSocketAddress(LOOPBACK, 0));
			Reachability reachability = check(bound.getLocalPort(), LONG);
			assertThat(reachability.answer()).isEqualTo(Answer.REFUSED);
			assertThat(reachability).asString().matches("refused after \\d+ ms");
		}
	}

	@Test
	void portThatNeverAnswersTimesOut() throws IOException {
		List<Socket> queued = new ArrayList<>();
		try (ServerSocket neverAccepts = new ServerSocket(0, 1, LOOPBACK)) {
			Reachability reachability;
			do {
				queued.add(beginConnecting(neverAccepts.getLocalPort()));
				reachability = check(neverAccepts.getLocalPort(), Duration.ofMillis(100));
			}
			while (reachability.isReachable() && queued.size() < 20);
			assertThat(reachability.answer()).isEqualTo(Answer.TIMED_OUT);
			// a timed connect of the JDK may end early by a part of a millisecond
			assertThat(reachability.after()).isGreaterThan(Duration.ofMillis(99));
		}
		finally {
			for (Socket socket : queued) {
				socket.close();
			}
		}
	}

	@Test
	void lookupThatNeverAnswersTimesOut() {
		Reachability reachability = new TcpCheck(new HungLookup()).connect("router.example", 80,
				Duration.ofMillis(100));
		assertThat(reachability.answer()).isEqualTo(Answer.TIMED_OUT);
		assertThat(reachability.after()).isBetween(Duration.ofMillis(99), LONG);
	}

	@Test
	void lookupsThatNeverAnswerKeepALimitedNumberOfThreads() {
		TcpCheck check = new TcpCheck(new HungLookup());
		for (int i = 0; i < 2 * HostLookup.MOST_AT_ONCE; i++) {
			assertThat(check.connect("router.example", 80, Duration.ofMillis(1)).answer()).isEqualTo(Answer.TIMED_OUT);
		}
		assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> thread.getName().equals("lookup"))
			.hasSizeLessThanOrEqualTo(2 * HostLookup.MOST_AT_ONCE);
	}

	@Test
	void hostThatDoesNotExistIsUnknown() {
		assertThat(new TcpCheck(new HostLookup()).connect("no host", 80, LONG).answer()).isEqualTo(Answer.UNKNOWN_HOST);
	}

	private Reachability check(int port, Duration timeout) {
		return new TcpCheck(new HostLookup()).connect(LOOPBACK.getHostAddress(), port, timeout);
	}

	private Socket beginConnecting(int port) {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(LOOPBACK, port), 50);
		}
		catch (IOException ex) {
			assertThat(ex).hasMessageContaining("timed out");
		}
		return socket;
	}

	/**
	 * A name server that does not answer.
	 */
	private static final class HungLookup extends HostLookup {

		@Override
		InetAddress resolve(String host) {
			while (true) {
				LockSupport.park();
			}
		}

	}

}
