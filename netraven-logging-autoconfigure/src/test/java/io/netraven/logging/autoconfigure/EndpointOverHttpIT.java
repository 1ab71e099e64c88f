package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint {@code netravenlogging} of a real web application, and over JMX.
 */
class EndpointOverHttpIT {

	private static final String PATH = "/actuator/netravenlogging";

	private static final String EXPOSED = "--management.endpoints.web.exposure.include=health,netravenlogging";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path project;

	private static String classPath = "";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@BeforeAll
	static void resolveConsumer() throws Exception {
		classPath = new ConsumerProject(Path.of("src/it/web"), project).classPath();
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void showsTheFileAndObeys(String web) throws IOException {
		List<String> answers = ask(web, "GET " + PATH + ",POST " + PATH + "/pause,GET /actuator/health,POST " + PATH
				+ "/resume,POST " + PATH + "/reopen,POST " + PATH + "/rotate,POST " + PATH + "/explode");
		assertThat(answers.get(0)).startsWith("200 {\"status\":{\"file\":\"" + file())
			.contains("\"state\":\"WRITING\"", "\"rotation\":{\"enabled\":true,\"maxFileSize\":10485760",
					"\"delivery\":\"sync\"", "\"permissions\":\"rw-r-----\"", "\"archives\":[]", "\"outages\":[]")
			.doesNotContain("null");
		assertThat(answers.get(1)).startsWith("200 ").contains("\"state\":\"PAUSED\",\"since\":\"");
		assertThat(answers.get(2)).isEqualTo("200 {\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
		assertThat(answers.get(3)).startsWith("200 ").contains("\"linesLeftOut\":");
		assertThat(answers.get(4)).startsWith("200 ");
		assertThat(answers.get(5)).startsWith("200 ");
		assertThat(answers.get(6)).startsWith("400 ").contains("[\"rotate\",\"reopen\",\"pause\",\"resume\"]");
		assertThat(everything())
			.contains("after GET " + PATH, "log lines are missing here", "file logging was paused",
					"after POST " + PATH + "/resume")
			.doesNotContain("after POST " + PATH + "/pause", "after GET /actuator/health");
	}

	@Test
	void accessIsThatOfSpringBoot() {
		String requests = "GET " + PATH + ",POST " + PATH + "/pause";
		String access = "--management.endpoint.netravenlogging.access=";
		assertThat(ask("servlet", requests, access + "read-only")).satisfiesExactly(
				(get) -> assertThat(get).startsWith("200 "), (post) -> assertThat(post).startsWith("404 "));
		assertThat(ask("servlet", requests, access + "none"))
			.allSatisfy((answer) -> assertThat(answer).startsWith("404 "));
	}

	@Test
	void isNotThereWithoutAFile() {
		assertThat(ask("servlet", "GET " + PATH, "--netraven.logging.file=")).singleElement()
			.asString()
			.startsWith("404 ");
	}

	@Test
	void obeysOverJmx() {
		List<String> answers = ask("servlet", "JMX pause,JMX explode,GET " + PATH, "--spring.jmx.enabled=true",
				"--management.endpoints.jmx.exposure.include=netravenlogging");
		assertThat(answers.get(0)).contains("state=PAUSED");
		assertThat(answers.get(1)).contains("Use one of [rotate, reopen, pause, resume]");
		assertThat(answers.get(2)).contains("\"state\":\"PAUSED\"");
	}

	private List<String> ask(String web, String requests, String... options) {
		List<String> command = new ArrayList<>(
				List.of("com.example.Worker", EXPOSED, "--server.port=0", "--spring.main.web-application-type=" + web));
		command.addAll(List.of(options));
		String output = new ForkedJvm(classPath).run(
				Map.of("REQUESTS", requests, "NETRAVEN_LOGGING__FILE", file().toString()),
				command.toArray(String[]::new));
		return output.lines()
			.filter((line) -> line.matches("(GET|POST|JMX) .* -> .*"))
			.map((line) -> line.substring(line.indexOf(" -> ") + 4))
			.toList();
	}

	private Path file() {
		return this.folder.resolve("worker.log");
	}

	private String everything() throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				text.append(Files.readString(file));
			}
		}
		return text.toString();
	}

}
