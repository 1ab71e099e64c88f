package io.netraven.logging.autoconfigure;

import java.util.concurrent.TimeUnit;

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
 *
 * @author NetRaven maintainers
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
			default -> logger.info("last line");
		}
	}

	private static void chat() {
		for (int i = 0; i < 20_000; i++) {
			logger.info("line {} of {}", i, Thread.currentThread().getName());
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
