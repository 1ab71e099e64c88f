package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.MachineTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The log file in the life of one application.
 */
@ExtendWith(OutputCaptureExtension.class)
class NetravenLoggingApplicationListenerTests extends RealApplications {

	@Test
	void withoutAFileNothingIsThere(CapturedOutput output) {
		ConfigurableApplicationContext context = run(Empty.class);
		assertThat(output.getOut()).contains("Started ").doesNotContain("Log file ");
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
		Awaitility.await()
			.untilAsserted(() -> assertThat(output.getOut())
				.containsOnlyOnce("Log file " + path("a.log") + " is open. Delivery: sync. Archived at 10 MB"));
		assertThat(read("a.log")).contains("Starting ", "Started ", "at work");
		assertThat(read("a.log").lines().map(RealApplications::message)).containsExactlyElementsOf(eventsOf(output));
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
	void aFileThatIsSetLateIsThereWhenTheApplicationIsReady() throws IOException {
		SpringApplication application = application(Empty.class);
		application.addListeners((ApplicationListener<ApplicationContextInitializedEvent>) (event) -> event
			.getApplicationContext()
			.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("late", Map.of("netraven.logging.file", path("a.log").toString()))));
		close(application.run());
		logger.info("at work");
		assertThat(read("a.log")).contains("at work");
	}

	@Test
	void aFileOfAPropertySourceThatAnInitializerAddsHasTheStartLines() throws IOException {
		SpringApplication application = application(Empty.class);
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bootstrap", Map.of("netraven.logging.file", path("a.log").toString()))));
		close(application.run());
		assertThat(read("a.log")).contains("Starting ", "No active profile set", "Started ");
	}

	@Test
	void theFileHasItsLinesBeforeTheContextIsRefreshed() {
		SpringApplication application = application(Empty.class);
		application.addListeners(
				(ApplicationListener<ApplicationPreparedEvent>) (event) -> MachineTime.within(Duration.ofSeconds(4),
						Awaitility.await(), () -> assertThat(path("a.log")).content().contains("Starting ")));
		close(application.run(file("a.log")));
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

}
