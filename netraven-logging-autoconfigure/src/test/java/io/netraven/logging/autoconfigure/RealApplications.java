package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.netraven.logging.logback.LogbackLogFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs real applications in this JVM and leaves nothing of them behind.
 */
abstract class RealApplications {

	static final Logger logger = LoggerFactory.getLogger("com.example.Worker");

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@AfterEach
	final void closeAll() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
		JvmLogFile.get().closeIfUnused();
		for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
			System.clearProperty(property.getEnvironmentVariableName());
		}
	}

	final Path path(String name) {
		return this.folder.resolve(name);
	}

	final void close(ConfigurableApplicationContext context) {
		this.contexts.add(0, context);
	}

	ConfigurableApplicationContext run(Class<?> source, String... arguments) {
		ConfigurableApplicationContext context = application(source).run(arguments);
		close(context);
		drain();
		return context;
	}

	SpringApplication application(Class<?> source) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
		return application;
	}

	String file(String name) {
		return "--netraven.logging.file=" + this.folder.resolve(name);
	}

	void drain() {
		LogbackLogFile file = JvmLogFile.get().current();
		if (file != null) {
			file.writer().drain(Duration.ofSeconds(10));
		}
	}

	String read(String name) throws IOException {
		drain();
		return Files.readString(this.folder.resolve(name));
	}

	static List<String> eventsOf(CapturedOutput output) {
		return output.getOut().lines().map(RealApplications::message).toList();
	}

	static String message(String line) {
		int separator = line.indexOf(" : ");
		return (separator < 0) ? line : line.substring(separator);
	}

	static List<Appender<ILoggingEvent>> ourAppenders() {
		List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT")
			.iteratorForAppenders()
			.forEachRemaining(appenders::add);
		appenders.removeIf((appender) -> !"NETRAVEN_FILE".equals(appender.getName()));
		return appenders;
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	static class Throwing {

		@Bean
		String throwing() {
			throw new IllegalStateException("the bean's reason");
		}

	}

}
