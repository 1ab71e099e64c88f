package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves one request, tells its health and ends.
 */
@RestController
@SpringBootApplication
public class Application {

	private static final Logger logger = LoggerFactory.getLogger(Application.class);

	public static void main(String[] arguments) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments)) {
			String address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
			get(address + "/");
			logger.info("health: {}", get(address + "/actuator/health/netravenLogging"));
		}
	}

	private static String get(String address) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
			.body();
	}

	@GetMapping("/")
	String serve() {
		logger.info("at work");
		return "done";
	}

}
