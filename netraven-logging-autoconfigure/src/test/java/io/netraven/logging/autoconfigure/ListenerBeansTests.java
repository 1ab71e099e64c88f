package io.netraven.logging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileStatus;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Beans of type {@link LogFileListener} hear of the file of their application.
 */
class ListenerBeansTests extends RealApplications {

	@Test
	void beansAreCalledUntilTheirApplicationCloses() throws Exception {
		ConfigurableApplicationContext context = run(Listeners.class, file("a.log"));
		Listener listener = context.getBean("listener", Listener.class);
		await().until(() -> listener.heard.equals(List.of("opened")));
		Files.move(path("a.log"), path("moved.log"));
		await().until(() -> listener.heard.contains("followed"));
		context.close();
		int heard = listener.heard.size();
		run(Empty.class, file("a.log"));
		Files.move(path("a.log"), path("moved-again.log"));
		await().until(() -> Files.exists(path("a.log")));
		assertThat(listener.heard).hasSize(heard);
	}

	@Test
	void oneThatFailsKeepsNoOtherFromHearing() throws Exception {
		ConfigurableApplicationContext context = run(Listeners.class, file("a.log"));
		Listener listener = context.getBean("listener", Listener.class);
		Files.move(path("a.log"), path("moved.log"));
		await().until(() -> listener.heard.contains("followed"));
		Path moved = path("moved.log");
		assertThat(Files.readString(moved)).contains("has failed on an event of the log file");
	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		@Bean
		LogFileListener failing() {
			return new LogFileListener() {

				@Override
				public void opened(LogFileStatus status) {
					throw new IllegalStateException("broken");
				}

				@Override
				public void followed(String what) {
					throw new IllegalStateException("broken");
				}

			};
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

	/**
	 * Remembers what it has heard.
	 */
	static class Listener implements LogFileListener {

		final List<String> heard = new CopyOnWriteArrayList<>();

		@Override
		public void opened(LogFileStatus status) {
			this.heard.add("opened");
		}

		@Override
		public void followed(String what) {
			this.heard.add("followed");
		}

	}

}
