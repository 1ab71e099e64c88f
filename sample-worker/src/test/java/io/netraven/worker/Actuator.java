package io.netraven.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the actuator of a worker on this host.
 *
 * @param port HTTP port of the worker
 */
public record Actuator(int port) {

	private static final HttpClient client = HttpClient.newHttpClient();

	/**
	 * Read a text.
	 * @param path path below /actuator
	 * @return the body of the answer, whatever its status
	 */
	public String text(String path) {
		return get(path).body();
	}

	int status(String path) {
		return get(path).statusCode();
	}

	<T> T read(String path, String jsonPath) {
		return JsonPath.read(get(path).body(), jsonPath);
	}

	void awaitStatus(String path, int status) {
		Awaitility.await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(status);
		});
	}

	/**
	 * Wait until the file is open: before that, the lines are in memory alone.
	 */
	void awaitWriting() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> assertThat(this.<String>read("health/netravenLogging", "$.details.state"))
				.isEqualToIgnoringCase("writing"));
	}

	private HttpResponse<String> get(String path) {
		URI uri = URI.create("http://localhost:%d/actuator/%s".formatted(this.port, path));
		try {
			return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
