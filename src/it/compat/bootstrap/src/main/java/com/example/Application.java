package com.example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Logs a line and an exception from a runner and ends.
 */
@SpringBootApplication
public class Application {

	private static final Logger logger = LoggerFactory.getLogger(Application.class);

	public static void main(String[] arguments) {
		SpringApplication.run(Application.class, arguments);
	}

	@Bean
	CommandLineRunner work() {
		return (arguments) -> {
			logger.info("at work");
			logger.warn("failed", new IllegalStateException("on purpose", new IllegalArgumentException("cause")));
		};
	}

}
