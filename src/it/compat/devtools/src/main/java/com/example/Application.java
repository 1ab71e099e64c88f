package com.example;

import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Bean;

/**
 * Is restarted by the developer tools once, and ends.
 */
@SpringBootApplication
public class Application {

	private static final String LIFE = "compat.life";

	public static void main(String[] arguments) {
		SpringApplication.run(Application.class, arguments);
		if (Integer.getInteger(LIFE) == 1) {
			Thread trigger = new Thread(() -> Restarter.getInstance().restart());
			trigger.setDaemon(false);
			trigger.start();
		}
	}

	@Bean
	CommandLineRunner work() {
		int life = Integer.getInteger(LIFE, 0) + 1;
		System.setProperty(LIFE, Integer.toString(life));
		return (arguments) -> LoggerFactory.getLogger(Application.class).info("at work, life {}", life);
	}

}
