package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has moved to Log4j2 as Spring Boot documents it. Maven resolves it
 * as it does for a user: from the artifacts, outside the reactor.
 */
class LogbackIsOptionalIT {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	private static String classPath = "";

	@BeforeAll
	static void resolveConsumer() throws Exception {
		classPath = new ConsumerProject(Path.of("src/it/log4j2"), folder).classPath();
	}

	@Test
	void starterDoesNotBringLogbackBack() {
		assertThat(classPath).contains("netraven-logging-autoconfigure", "log4j-core").doesNotContain("logback");
	}

	@Test
	void withoutAFileStdoutIsThatOfAnApplicationWithoutTheStarter() {
		String control = run(new ForkedJvm(classPath).without((entry) -> entry.contains("netraven-logging")), Map.of());
		assertThat(events(run(new ForkedJvm(classPath), Map.of()))).containsExactlyElementsOf(events(control))
			.contains("c.e.Worker : at work");
	}

	@Test
	void fileIsRefusedWithOneWarningAndTheApplicationRuns() throws IOException {
		Path file = folder.resolve("worker.log");
		String output = run(new ForkedJvm(classPath), Map.of("NETRAVEN_LOGGING__FILE", file.toString()));
		assertThat(output).doesNotContain("NoClassDefFoundError");
		assertThat(output.lines().filter((line) -> line.contains("WARN"))).singleElement()
			.asString()
			.contains("Log file " + file + " is not written: it needs Logback");
		assertThat(events(output)).contains("c.e.Worker : at work");
		assertThat(Files.exists(file)).isFalse();
	}

	@Test
	void fileIsRefusedWithoutSlf4j() {
		String output = new ForkedJvm(classPath)
			.without((entry) -> entry.contains("slf4j") || entry.contains("log4j") || entry.contains("jul"))
			.run(Map.of("NETRAVEN_LOGGING__FILE", folder.resolve("worker.log").toString()),
					"org.springframework.boot.SpringApplication", "--spring.main.sources=com.example.Worker");
		assertThat(output).contains("is not written: it needs Logback", "Started ")
			.doesNotContain("NoClassDefFoundError");
	}

	private static String run(ForkedJvm jvm, Map<String, String> variables) {
		return jvm.run(variables, "com.example.Worker");
	}

	private static List<String> events(String output) {
		return output.lines()
			.map((line) -> line.replaceAll("^.*\\[.*?] ", "")
				.replaceAll("PID \\d+|[\\d.]+ seconds|for [\\d.]+\\)", "#"))
			.map((line) -> line.replaceAll(" +: ", " : "))
			.toList();
	}

}
