package io.netraven.worker.shipping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

/**
 * The central store: an rsyslog that appends what it receives to a file.
 */
final class Central implements AutoCloseable {

	private final Path received;

	private final int relpPort;

	private final int tcpPort;

	private final AgentProcess process;

	private Central(Path received, int relpPort, int tcpPort, AgentProcess process) {
		this.received = received;
		this.relpPort = relpPort;
		this.tcpPort = tcpPort;
		this.process = process;
	}

	static Central start(Path folder) throws IOException {
		int relpPort = freePort();
		int tcpPort = freePort();
		Path received = folder.resolve("received");
		String configuration = Agent.documented("central-rsyslog.conf", Files.createDirectories(folder))
			.replace("/var/log/central/worker.log", received.toString())
			.replace("2514", String.valueOf(relpPort))
			.replace("2601", String.valueOf(tcpPort));
		Central central = new Central(received, relpPort, tcpPort, AgentProcess.rsyslog(folder, configuration));
		central.awaitReady();
		return central;
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	void restart(Duration pause) throws Exception {
		this.process.stop();
		Thread.sleep(pause.toMillis());
		this.process.start();
		awaitReady();
	}

	private void awaitReady() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> isListening(this.relpPort) && isListening(this.tcpPort));
	}

	private static boolean isListening(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	Records received() {
		return Records.in(this.received);
	}

	/**
	 * Wait until all has come, or nothing more for a minute.
	 * @param expected what is known to be on its way
	 * @return what has come
	 */
	Records awaitAll(Records expected) {
		Records received = received();
		int size = received.size();
		long end = oneMinuteFromNow();
		while (expected.missingIn(received) > 0 && System.nanoTime() - end < 0) {
			pause();
			received = received();
			if (received.size() > size) {
				size = received.size();
				end = oneMinuteFromNow();
			}
		}
		return received;
	}

	private static long oneMinuteFromNow() {
		return System.nanoTime() + Duration.ofMinutes(1).toNanos();
	}

	private static void pause() {
		Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
	}

	int relpPort() {
		return this.relpPort;
	}

	int tcpPort() {
		return this.tcpPort;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
