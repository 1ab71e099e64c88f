package io.netraven.logging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.logging.LogFileWebEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LogFileWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NetravenLoggingMetricsAutoConfiguration} and
 * {@link NetravenLoggingLogFileEndpointAutoConfiguration}.
 */
class NetravenLoggingActuatorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NetravenLoggingMetricsAutoConfiguration.class,
				LogFileWebEndpointAutoConfiguration.class, NetravenLoggingLogFileEndpointAutoConfiguration.class));

	private final ApplicationContextRunner exposed = this.runner
		.withPropertyValues("management.endpoints.web.exposure.include=logfile");

	@TempDir
	private Path folder;

	@Test
	void withoutAFileThereIsNoMeter() {
		this.runner.run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(MeterBinder.class).bindTo(registry);
			assertThat(registry.getMeters()).isEmpty();
		});
	}

	@Test
	void withAFileThereAreMeters() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			this.runner.withBean("netravenLogFileWriter", LogFileWriter.class, () -> log.writer).run((context) -> {
				SimpleMeterRegistry registry = new SimpleMeterRegistry();
				context.getBean(MeterBinder.class).bindTo(registry);
				assertThat(registry.get("netraven.logging.available").gauge().value()).isOne();
			});
		}
	}

	@Test
	void fileThatComesLateHasMetersWhenTheApplicationIsReady() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			this.runner.run((context) -> {
				SimpleMeterRegistry registry = new SimpleMeterRegistry();
				context.getBean(MeterBinder.class).bindTo(registry);
				ConfigurableApplicationContext source = context.getSourceApplicationContext();
				source.getBeanFactory().registerSingleton("netravenLogFileWriter", log.writer);
				source.publishEvent(
						new ApplicationReadyEvent(new SpringApplication(), new String[0], source, Duration.ZERO));
				assertThat(registry.get("netraven.logging.available").gauge().value()).isOne();
			});
		}
	}

	@Test
	void withoutMicrometerThereIsNoBinder() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("netravenLoggingMetrics"));
	}

	@Test
	void withoutAFileThereIsNoLogFileEndpoint() {
		this.exposed.run((context) -> assertThat(context).doesNotHaveBean(LogFileWebEndpoint.class));
		this.exposed.withPropertyValues("netraven.logging.file= ")
			.run((context) -> assertThat(context).doesNotHaveBean(LogFileWebEndpoint.class));
	}

	@Test
	void logFileEndpointServesTheFile() throws Exception {
		Path file = Files.writeString(this.folder.resolve("worker.log"), "a line\n");
		this.exposed.withPropertyValues("netraven.logging.file=" + file)
			.run((context) -> assertThat(
					Objects.requireNonNull(context.getBean(LogFileWebEndpoint.class).logFile()).getContentAsByteArray())
				.asString()
				.isEqualTo("a line\n"));
	}

	@Test
	void logFileEndpointIsOnlyThereWhereItIsExposed() {
		this.runner.withPropertyValues("netraven.logging.file=worker.log")
			.run((context) -> assertThat(context).doesNotHaveBean(LogFileWebEndpoint.class));
	}

	@Test
	void fileThatSpringBootServesStays() throws Exception {
		Path theirs = Files.writeString(this.folder.resolve("boot.log"), "theirs\n");
		this.exposed
			.withPropertyValues("netraven.logging.file=" + this.folder.resolve("worker.log"),
					"management.endpoint.logfile.external-file=" + theirs)
			.run((context) -> assertThat(
					Objects.requireNonNull(context.getBean(LogFileWebEndpoint.class).logFile()).getContentAsByteArray())
				.asString()
				.isEqualTo("theirs\n"));
	}

}
