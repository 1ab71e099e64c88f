package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Boot's own log file and ours in one application, with the same settings.
 */
class SpringBootFileParityTests extends RealApplications {

	/**
	 * Spring Boot switches packaging data on once its file is set up, and leaves it on
	 * for the next application in the JVM.
	 */
	@BeforeEach
	void resetPackagingData() {
		((LoggerContext) LoggerFactory.getILoggerFactory()).setPackagingDataEnabled(false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.file.name=", "logging.pattern.file=%d %m%n", "logging.pattern.file=%p %m%n%ex",
			"logging.pattern.dateformat=HH:mm", "logging.pattern.level=<%p>", "logging.pattern.correlation=[%X{id}]",
			"logging.threshold.file=WARN", "logging.charset.file=UTF-16LE", "logging.structured.format.file=ecs",
			"logging.structured.format.file=logstash", "logging.exception-conversion-word=%ex{short}",
			"logging.include-application-name=false", "logging.include-application-group=false",
			"logging.structured.format.file=gelf logging.structured.gelf.service.version=2",
			"logging.structured.format.file=ecs logging.structured.ecs.service.name=other",
			"logging.structured.format.file=logstash logging.structured.json.exclude=logger_name",
			"logging.structured.format.file=ecs logging.structured.json.stacktrace.max-length=200" })
	void bothFilesHaveTheSameBytes(String setting) throws IOException {
		assertSameBytes(setting, "cause");
	}

	@Test
	void bothFilesHaveTheSameBytesOfSeveralLinesIfTheyAreKept() throws IOException {
		assertSameBytes("netraven.logging.control-characters=keep", "cause\nof two lines");
	}

	private void assertSameBytes(String setting, String cause) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("--logging.file.name=" + path("boot.log"), file("ours.log"), "--spring.application.name=worker",
						"--spring.application.group=workers", "--logging.level.io.netraven=warn"));
		if (!setting.startsWith("logging.file.name")) {
			Stream.of(setting.split(" (?=logging\\.)")).map("--"::concat).forEach(arguments::add);
		}
		run(Empty.class, arguments.toArray(String[]::new));
		logger.warn("Gr\u00fc\u00dfe", new IllegalStateException("why", new IOException(cause)));
		drain();
		assertThat(bytes("ours.log")).isEqualTo(bytes("boot.log")).isNotEmpty();
	}

	private String bytes(String name) throws IOException {
		return Files.readString(path(name), StandardCharsets.ISO_8859_1);
	}

}
