package io.netraven.worker.shipping;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * A Spring Boot application whose two threads log lines until it is stopped, each 500th
 * of them with a stack trace.
 */
@EnableAutoConfiguration
public class ShippedLinesApplication {

	private static final Logger logger = LoggerFactory.getLogger(ShippedLinesApplication.class);

	static final int THREADS = 2;

	private static final long PAUSE_NANOS = 2_000_000;

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(ShippedLinesApplication.class, args);
		List<Thread> threads = IntStream.range(0, THREADS)
			.mapToObj((thread) -> new Thread(() -> log(thread), "load-" + thread))
			.toList();
		ApplicationListener<ContextClosedEvent> end = (event) -> threads.forEach(ShippedLinesApplication::end);
		context.addApplicationListener(end);
		threads.forEach(Thread::start);
	}

	/**
	 * End a thread between two lines, so that a worker that stops has written each number
	 * that it has taken.
	 * @param thread the thread
	 */
	private static void end(Thread thread) {
		thread.interrupt();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void log(int thread) {
		for (long line = 1; !Thread.currentThread().isInterrupted(); line++) {
			if (line % 500 == 0) {
				logger.error("line {} {} end", thread, line,
						new IllegalStateException("device does not answer\nat all"));
			}
			else {
				logger.info("line {} {} end", thread, line);
			}
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

}
