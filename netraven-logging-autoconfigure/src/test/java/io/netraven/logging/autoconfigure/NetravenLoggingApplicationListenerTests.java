package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.logback.LogbackLogFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Real applications, one after the other and at the same time, in one JVM.
 *
 * @author NetRaven maintainers
 */
@ExtendWith(OutputCaptureExtension.class)
class NetravenLoggingApplicationListenerTests {

	private static final Logger logger = LoggerFactory.getLogger("com.example.Worker");

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void closeAll() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
		JvmLogFile.get().closeIfUnused();
		for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
			System.clearProperty(property.getEnvironmentVariableName());
		}
	}

	@Test
	void withoutAFileNothingIsThere() {
		ConfigurableApplicationContext context = run(Empty.class);
		assertThat(ourAppenders()).isEmpty();
		assertThat(context.containsBean(NetravenLoggingApplicationListener.WRITER_BEAN_NAME)).isFalse();
		Awaitility.await("the threads of a former test are gone")
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().startsWith("netraven-")));
	}

	@Test
	void linesAreInTheFileFromTheFirstOneOn(CapturedOutput output) throws IOException {
		ConfigurableApplicationContext context = run(Empty.class, file("a.log"));
		logger.info("at work");
		assertThat(read("a.log")).contains("Starting ", "Started ", "at work");
		assertThat(read("a.log").lines().map(NetravenLoggingApplicationListenerTests::message))
			.containsExactlyElementsOf(eventsOf(output));
		assertThat(context.getBean(LogFileWriter.class).status().linesWritten()).isPositive();
	}

	@Test
	void linesAfterTheEndOfTheContextAreInTheFile() throws IOException {
		run(Empty.class, file("a.log")).close();
		logger.info("after the end");
		JvmLogFile.get().drainIfUnused();
		assertThat(read("a.log")).contains("after the end");
	}

	@Test
	void aThrowingBeanLeavesStartupLinesAndReportInTheFile() throws IOException {
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> run(Throwing.class, file("a.log")));
		JvmLogFile.get().drainIfUnused();
		assertThat(read("a.log")).containsSubsequence("Starting ", "Application run failed", "the bean's reason");
	}

	@Test
	void aBadImportLeavesTheReportInTheFileOfTheCommandLine() throws IOException {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> run(Empty.class, file("a.log"), "--spring.config.import=file:/no/such/file.yaml"));
		JvmLogFile.get().drainIfUnused();
		assertThat(read("a.log")).contains("APPLICATION FAILED TO START", "/no/such/file.yaml");
	}

	@Test
	void aWrongValueIsReportedOnStdoutAndInTheFile(CapturedOutput output) throws IOException {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> run(Empty.class, file("a.log"), "--netraven.logging.max-wait=banana"));
		JvmLogFile.get().drainIfUnused();
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START", "banana");
		assertThat(read("a.log")).contains("APPLICATION FAILED TO START", "banana");
	}

	@Test
	void theNextApplicationWithTheSameFileAppends() throws IOException {
		run(Empty.class, file("a.log")).close();
		run(Empty.class, file("a.log"));
		logger.info("second at work");
		assertThat(read("a.log").lines().filter((line) -> line.contains(" : Starting "))).hasSize(2);
		assertThat(read("a.log").lines().filter((line) -> line.contains("second at work"))).hasSize(1);
		assertThat(ourAppenders()).hasSize(1);
	}

	@Test
	void theNextApplicationWithAnotherFileGetsIt() throws IOException {
		run(Empty.class, file("a.log")).close();
		run(Empty.class, file("b.log"));
		logger.info("second at work");
		assertThat(read("b.log")).contains("Starting ", "second at work");
		assertThat(read("a.log")).doesNotContain("second at work");
	}

	@Test
	void theNextApplicationWithoutAFileGetsNone() throws IOException {
		run(Empty.class, file("a.log")).close();
		run(Empty.class);
		logger.info("second at work");
		assertThat(ourAppenders()).isEmpty();
		assertThat(read("a.log")).doesNotContain("second at work");
	}

	@Test
	void theFirstLiveApplicationDecidesTheFileAndTheSecondIsToldOnce(CapturedOutput output) throws IOException {
		run(Empty.class, file("a.log"));
		ConfigurableApplicationContext second = run(Empty.class, file("b.log"));
		logger.info("both at work");
		assertThat(this.folder.resolve("b.log")).doesNotExist();
		assertThat(read("a.log").lines().filter((line) -> line.contains("both at work"))).hasSize(1);
		assertThat(output.getOut().lines().filter((line) -> line.contains("already writes"))).hasSize(1);
		assertThat(second.containsBean(NetravenLoggingApplicationListener.WRITER_BEAN_NAME)).isFalse();
	}

	@Test
	void theFileServesAsLongAsOneOfItsApplicationsLives() throws IOException {
		ConfigurableApplicationContext first = run(Empty.class, file("a.log"));
		run(Empty.class, file("a.log"));
		first.close();
		logger.info("second alone");
		assertThat(read("a.log").lines().filter((line) -> line.contains("second alone"))).hasSize(1);
	}

	@Test
	void childContextsChangeNothing() throws IOException {
		ConfigurableApplicationContext child = new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE)
			.properties("netraven.logging.file=" + this.folder.resolve("a.log"))
			.child(Empty.class)
			.run();
		this.contexts.add((ConfigurableApplicationContext) child.getParent());
		logger.info("with child");
		child.close();
		logger.info("without child");
		assertThat(read("a.log").lines().filter((line) -> line.contains("with child"))).hasSize(1);
		assertThat(read("a.log").lines().filter((line) -> line.contains("without child"))).hasSize(1);
	}

	@Test
	void aFileThatSpringBootWritesIsLeftToIt(CapturedOutput output) throws IOException {
		run(Empty.class, file("a.log"), "--logging.file.name=" + this.folder.resolve("./a.log"));
		logger.info("at work");
		assertThat(read("a.log").lines().filter((line) -> line.contains("at work"))).hasSize(1);
		assertThat(ourAppenders()).isEmpty();
		assertThat(output.getOut()
			.lines()
			.filter((line) -> line.contains("netraven.logging.file and by logging.file.name"))).hasSize(1);
	}

	@Test
	void aFileBesideSpringBootsOwnHasTheSameLines() throws IOException {
		run(Empty.class, file("a.log"), "--logging.file.name=" + this.folder.resolve("b.log"),
				"--spring.application.name=inventory", "--logging.pattern.level=%5p [x]");
		logger.warn("with trace", new IllegalStateException("why"));
		assertThat(read("a.log")).isEqualTo(read("b.log"));
	}

	@Test
	void aFileThatIsSetLateIsThereWhenTheApplicationIsReady() throws IOException {
		SpringApplication application = application(Empty.class);
		application.addListeners(
				(ApplicationListener<ApplicationContextInitializedEvent>) (event) -> event.getApplicationContext()
					.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("late",
							Map.of("netraven.logging.file", this.folder.resolve("a.log").toString()))));
		this.contexts.add(application.run());
		logger.info("at work");
		assertThat(read("a.log")).contains("at work");
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
		Path xml = Files.writeString(this.folder.resolve("logback.xml"), """
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

	private ConfigurableApplicationContext run(Class<?> source, String... arguments) {
		ConfigurableApplicationContext context = application(source).run(arguments);
		this.contexts.add(0, context);
		drain();
		return context;
	}

	private SpringApplication application(Class<?> source) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
		return application;
	}

	private String file(String name) {
		return "--netraven.logging.file=" + this.folder.resolve(name);
	}

	private void drain() {
		LogbackLogFile file = JvmLogFile.get().current();
		if (file != null) {
			file.writer().drain(Duration.ofSeconds(10));
		}
	}

	private String read(String name) throws IOException {
		drain();
		return Files.readString(this.folder.resolve(name));
	}

	private static List<String> eventsOf(CapturedOutput output) {
		return output.getOut().lines().map(NetravenLoggingApplicationListenerTests::message).toList();
	}

	private static String message(String line) {
		int separator = line.indexOf(" : ");
		return (separator < 0) ? line : line.substring(separator);
	}

	private static List<Appender<ILoggingEvent>> ourAppenders() {
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
