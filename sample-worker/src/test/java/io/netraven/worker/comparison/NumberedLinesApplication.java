package io.netraven.worker.comparison;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.netraven.worker.comparison.Ledger.OfProcess;
import io.netraven.worker.comparison.Ledger.OfThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * A Spring Boot application whose four threads log numbered lines and note each call that
 * returned in a {@link Ledger}, with what its health says.
 */
@EnableAutoConfiguration
public class NumberedLinesApplication {

	private static final Logger logger = LoggerFactory.getLogger(NumberedLinesApplication.class);

	private final Ledger ledger;

	private final long pauseNanos;

	private final boolean interrupts;

	NumberedLinesApplication(Environment environment) throws Exception {
		this.ledger = Ledger.open(Path.of(environment.getRequiredProperty("load.ledger")));
		this.pauseNanos = environment.getProperty("load.pause", Duration.class, Duration.ofMillis(4)).toNanos();
		this.interrupts = environment.getProperty("load.interrupts", boolean.class, false);
	}

	public static void main(String[] args) {
		// added first, it runs last: after the log file's own part of the shutdown
		List<Runnable> last = new ArrayList<>();
		SpringApplication.getShutdownHandlers().add(() -> last.forEach(Runnable::run));
		ApplicationContext context = SpringApplication.run(NumberedLinesApplication.class, args);
		NumberedLinesApplication load = context.getBean(NumberedLinesApplication.class);
		last.add(() -> load.ledger.set(OfProcess.HOOKS_DONE_AT, System.currentTimeMillis()));
		load.start(context.getBean(HealthContributorRegistry.class));
	}

	private void start(HealthContributorRegistry health) {
		List<Thread> threads = IntStream.range(0, Ledger.THREADS)
			.mapToObj((thread) -> new Thread(() -> log(thread), "load-" + thread))
			.toList();
		threads.forEach(Thread::start);
		daemon("health", () -> watch(health));
		daemon("memory", this::eatMemory);
		if (this.interrupts) {
			daemon("interrupts", () -> interrupt(threads));
		}
	}

	private void log(int thread) {
		for (long line = 1; this.ledger.get(OfProcess.STOP) == 0; line++) {
			boolean interrupted = this.interrupts && ThreadLocalRandom.current().nextBoolean();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
			long start = System.nanoTime();
			logger.info("line {} {} end", thread, line);
			long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
			this.ledger.set(thread, OfThread.RETURNED, line);
			this.ledger.raise(thread, OfThread.LONGEST_CALL_MILLIS, millis);
			noteInterrupt(thread, interrupted);
			if (this.pauseNanos > 0) {
				LockSupport.parkNanos(this.pauseNanos);
			}
		}
		this.ledger.set(thread, OfThread.ENDED, 1);
	}

	private void noteInterrupt(int thread, boolean expected) {
		boolean interrupted = Thread.interrupted();
		OfThread fact = (interrupted) ? OfThread.INTERRUPTS : OfThread.LOST_INTERRUPTS;
		if (interrupted || expected) {
			this.ledger.set(thread, fact, this.ledger.get(thread, fact) + 1);
		}
	}

	private void watch(HealthContributorRegistry registry) {
		while (true) {
			long start = System.nanoTime();
			List<Health> all = registry.stream()
				.map((entry) -> entry.contributor())
				.filter(HealthIndicator.class::isInstance)
				.map((indicator) -> ((HealthIndicator) indicator).health(true))
				.toList();
			long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
			boolean down = all.stream().anyMatch((health) -> health.getStatus().equals(Status.DOWN));
			this.ledger.set(OfProcess.DOWN, (down) ? 1 : 0);
			this.ledger.set(OfProcess.LONGEST_HEALTH_MILLIS,
					Math.max(millis, this.ledger.get(OfProcess.LONGEST_HEALTH_MILLIS)));
			all.stream()
				.map((health) -> health.getDetails().get("unconfirmed"))
				.filter(Long.class::isInstance)
				.forEach((count) -> this.ledger.set(OfProcess.UNCONFIRMED, (Long) count));
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private void eatMemory() {
		List<ByteBuffer> eaten = new ArrayList<>();
		while (true) {
			LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
			if (this.ledger.get(OfProcess.EAT_MEMORY) != 0) {
				// zeroed, and so really taken
				eaten.add(ByteBuffer.allocateDirect(1 << 20));
			}
		}
	}

	private static void interrupt(List<Thread> threads) {
		while (true) {
			threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
			LockSupport.parkNanos(100_000);
		}
	}

	private static void daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

}
