package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log file beside whatever else configures logging.
 */
@ExtendWith(OutputCaptureExtension.class)
class LoggingSetUpTests extends RealApplications {

	@Test
	void aFileThatSpringBootWritesIsLeftToIt(CapturedOutput output) throws IOException {
		run(Empty.class, file("a.log"), "--logging.file.name=" + path("./a.log"));
		logger.info("at work");
		assertThat(read("a.log").lines().filter((line) -> line.contains("at work"))).hasSize(1);
		assertThat(ourAppenders()).isEmpty();
		assertThat(output.getOut()
			.lines()
			.filter((line) -> line.contains("netraven.logging.file and by logging.file.name"))).hasSize(1);
	}

	@Test
	void aFileBesideSpringBootsOwnHasTheSameLines() throws IOException {
		run(Empty.class, file("a.log"), "--logging.file.name=" + path("b.log"), "--spring.application.name=inventory",
				"--logging.pattern.level=%5p [x]", "--logging.level.io.netraven=warn");
		logger.warn("with trace", new IllegalStateException("why"));
		assertThat(read("a.log")).isEqualTo(read("b.log"));
	}

	@Test
	void anOwnLogbackConfigurationChangesNothing() throws IOException {
		run(Empty.class, file("a.log"), "--logging.config=classpath:own-logback-spring.xml");
		logger.info("at work", new IllegalStateException("why"));
		assertThat(read("a.log")).contains(" : Starting ", " : at work", "IllegalStateException: why")
			.doesNotContain("PARSER_ERROR");
	}

	@Test
	void aReloadOfTheConfigurationChangesNothing() throws Exception {
		Path xml = Files.writeString(path("logback.xml"), """
				<configuration>
					<appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
						<encoder><pattern>%m%n</pattern></encoder>
					</appender>
					<root level="INFO"><appender-ref ref="CONSOLE"/></root>
				</configuration>
				""");
		run(Empty.class, file("a.log"), "--logging.config=" + xml, "--logging.structured.format.file=logstash");
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		logger.info("nobody hears this");
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		configurator.doConfigure(xml.toFile());
		logger.info("after the reload");
		logger.debug("below the level");
		assertThat(read("a.log")).contains("\"message\":\"after the reload\"")
			.doesNotContain("nobody hears this", "below the level");
		assertThat(ourAppenders()).hasSize(1);
	}

}
