package io.netraven.logging.autoconfigure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application for a JVM of its own that logs and ends, or does not end, as its
 * property {@code life} says.
 */
@Configuration(proxyBeanMethods = false)
public class LivingApplication {

	private static final Logger logger = LoggerFactory.getLogger(LivingApplication.class);

	public static void main(String[] arguments) {
		ConfigurableApplicationContext context = SpringApplication.run(LivingApplication.class, arguments);
		switch (context.getEnvironment().getProperty("life", "short")) {
			case "chatty" -> {
				for (int i = 0; i < 4; i++) {
					new Thread(LivingApplication::chat).start();
				}
			}
			case "closing" -> context.close();
			case "restarting" -> restart(context, arguments);
			default -> logger.info("last line");
		}
	}

	private static void restart(ConfigurableApplicationContext context, String[] arguments) {
		List<Thread> threads = IntStream.range(0, 4).mapToObj((i) -> new Thread(LivingApplication::chat)).toList();
		threads.forEach(Thread::start);
		ConfigurableApplicationContext current = context;
		for (int i = 0; i < 5; i++) {
			current.close();
			current = SpringApplication.run(LivingApplication.class, arguments);
		}
		threads.forEach(Thread::interrupt);
	}

	private static void chat() {
		for (int i = 0; i < 20_000 && !Thread.currentThread().isInterrupted(); i++) {
			logger.info("line {} of {}", i, Thread.currentThread().getName());
			logger.debug("below the level");
			pause();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Bean
	DisposableBean lastWords() {
		return () -> logger.info("bean destroyed");
	}

	@Bean
	@ConditionalOnProperty(name = "life", havingValue = "never-ready")
	CommandLineRunner neverReturns() {
		return (arguments) -> {
			logger.info("running");
			Thread.currentThread().join();
		};
	}

	@Bean
	@ConditionalOnProperty(name = "life", havingValue = "failing")
	CommandLineRunner throwing() {
		throw new IllegalStateException("the bean's reason");
	}

}
