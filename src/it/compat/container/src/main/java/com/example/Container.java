package com.example;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Deploys an archive three times, and ends well if nothing of it is left.
 */
public final class Container {

	private Container() {
	}

	public static void main(String[] arguments) throws Exception {
		Tomcat tomcat = new Tomcat();
		Path base = Files.createTempDirectory("tomcat");
		Files.createDirectory(base.resolve("webapps"));
		tomcat.setBaseDir(base.toString());
		tomcat.setPort(0);
		tomcat.getConnector();
		tomcat.start();
		List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			loaders.add(deploy(tomcat, Path.of(arguments[0])));
		}
		await("no thread of the log is left", () -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("netraven-log-")));
		await("no class loader is left", () -> {
			System.gc();
			return loaders.stream().allMatch((loader) -> loader.refersTo(null));
		});
		tomcat.stop();
		System.exit(0);
	}

	private static WeakReference<ClassLoader> deploy(Tomcat tomcat, Path archive) throws Exception {
		Context context = tomcat.addWebapp("/worker", archive.toString());
		WeakReference<ClassLoader> loader = new WeakReference<>(context.getLoader().getClassLoader());
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest
				.newBuilder(URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/worker/"))
				.build(), BodyHandlers.ofString());
		System.out.println("the application answers " + response.statusCode());
		tomcat.getHost().removeChild(context);
		context.destroy();
		return loader;
	}

	private static void await(String wish, BooleanSupplier fulfilled) throws InterruptedException {
		for (int i = 0; i < 300; i++) {
			if (fulfilled.getAsBoolean()) {
				System.out.println("seen: " + wish);
				return;
			}
			Thread.sleep(200);
		}
		System.out.println("not seen: " + wish);
		System.exit(1);
	}

}
