package com.example;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication
public class Worker {

	private static final Logger logger = LoggerFactory.getLogger(Worker.class);

	/**
	 * Makes requests to its own endpoint, and logs a line after each.
	 */
	public static void main(String[] args) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(Worker.class, args)) {
			String port = context.getEnvironment().getProperty("local.server.port");
			for (String request : System.getenv("REQUESTS").split(",")) {
				String[] words = request.split(" ");
				System.out.println(request + " -> "
						+ (words[0].equals("JMX") ? overJmx(words[1]) : overHttp(port, words[0], words[1])));
				logger.info("after {}", request);
			}
		}
	}

	private static String overHttp(String port, String method, String path) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
		return response.statusCode() + " " + response.body();
	}

	private static String overJmx(String action) throws Exception {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		ObjectName name = new ObjectName("org.springframework.boot:type=Endpoint,name=Netravenlogging");
		try {
			return String.valueOf(
					server.invoke(name, "request", new Object[] { action }, new String[] { String.class.getName() }));
		}
		catch (Exception ex) {
			return String.valueOf((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

}
