package io.netraven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netraven.worker.WorkerProperties.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReachabilityJob}.
 */
class ReachabilityJobTests {

	private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

	private static final int DISCARD = 9;

	private final Logger logger = (Logger) LoggerFactory.getLogger(ReachabilityJob.class);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final ExecutorService executor = Executors.newFixedThreadPool(2);

	@BeforeEach
	void listen() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.appender);
		this.executor.shutdownNow();
	}

	@Test
	void everyAnswerIsLoggedWithItsJobAndDevice() throws IOException {
		try (ServerSocket router = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			job(new Device("router", LOOPBACK, router.getLocalPort()), new Device("dead-on-purpose", LOOPBACK, DISCARD))
				.run();
		}
		assertThat(eventOf("router").getLevel()).isEqualTo(Level.INFO);
		assertThat(eventOf("router").getFormattedMessage()).contains("reachable in");
		assertThat(eventOf("dead-on-purpose").getLevel()).isEqualTo(Level.WARN);
		assertThat(eventOf("dead-on-purpose").getFormattedMessage())
			.startsWith("dead-on-purpose (%s:9): refused after".formatted(LOOPBACK));
		assertThat(this.appender.list).extracting(ILoggingEvent::getMDCPropertyMap)
			.allSatisfy((mdc) -> assertThat(mdc).containsEntry("job", "reachability-1"));
	}

	@Test
	void everyRoundIsSummedUpUnderAJobOfItsOwn() {
		ReachabilityJob job = job(new Device("dead-on-purpose", LOOPBACK, DISCARD));
		job.run();
		job.run();
		assertThat(this.appender.list)
			.filteredOn((event) -> event.getFormattedMessage().equals("0 of 1 devices reachable"))
			.extracting(ILoggingEvent::getMDCPropertyMap)
			.containsExactly(Map.of("job", "reachability-1"), Map.of("job", "reachability-2"));
	}

	@Test
	void portZeroIsTheWorkersOwn() throws IOException {
		try (ServerSocket own = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			MockEnvironment environment = new MockEnvironment().withProperty("local.server.port",
					String.valueOf(own.getLocalPort()));
			job(environment, new Device("this-worker", LOOPBACK, 0)).run();
			assertThat(eventOf("this-worker").getFormattedMessage())
				.startsWith("this-worker (%s:%d): reachable in".formatted(LOOPBACK, own.getLocalPort()));
		}
	}

	private ILoggingEvent eventOf(String device) {
		return this.appender.list.stream()
			.filter((event) -> device.equals(event.getMDCPropertyMap().get("device")))
			.findFirst()
			.orElseThrow();
	}

	private ReachabilityJob job(Device... inventory) {
		return job(new MockEnvironment(), inventory);
	}

	private ReachabilityJob job(MockEnvironment environment, Device... inventory) {
		WorkerProperties properties = new WorkerProperties(List.of(inventory), Duration.ofSeconds(10),
				Duration.ofSeconds(20));
		return new ReachabilityJob(properties, new TcpCheck(new HostLookup()), this.executor, environment);
	}

}
