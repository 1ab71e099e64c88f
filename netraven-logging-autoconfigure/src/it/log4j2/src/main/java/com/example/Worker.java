package com.example;

import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Logs with Log4j2 and ends.
 */
@SpringBootApplication
public class Worker {

	public static void main(String[] arguments) {
		SpringApplication.run(Worker.class, arguments);
		LoggerFactory.getLogger(Worker.class).info("at work");
	}

}
