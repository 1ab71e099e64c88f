package io.netraven.worker;

import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the worker of this container whether it is ready, for images that have nothing
 * else to ask with. Ends with 0 if it is and with 1 if not. Needs nothing but this class.
 */
public final class ReadinessProbe {

	private ReadinessProbe() {
	}

	public static void main(String[] args) throws Exception {
		String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
		URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
		HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
		connection.setConnectTimeout(2000);
		connection.setReadTimeout(2000);
		int status = connection.getResponseCode();
		System.out.println(readiness + " answers " + status);
		System.exit((status == HttpURLConnection.HTTP_OK) ? 0 : 1);
	}

}
