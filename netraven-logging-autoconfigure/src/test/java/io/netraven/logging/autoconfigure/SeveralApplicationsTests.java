package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log file of several applications in one JVM, one after the other and at the same
 * time.
 */
@ExtendWith(OutputCaptureExtension.class)
class SeveralApplicationsTests extends RealApplications {

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
		assertThat(path("b.log")).doesNotExist();
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
	void theFormatBelongsToTheFirstLiveApplication() throws IOException {
		ConfigurableApplicationContext first = run(Empty.class, file("a.log"), "--logging.pattern.file=first %m%n");
		ConfigurableApplicationContext second = run(Empty.class, file("a.log"), "--logging.pattern.file=second %m%n");
		logger.info("both at work");
		assertThat(read("a.log")).contains("first both at work").doesNotContain("second both");
		first.close();
		logger.info("second alone");
		assertThat(read("a.log")).contains("first second alone");
		second.close();
		run(Empty.class, file("a.log"), "--logging.pattern.file=third %m%n");
		logger.info("third alone");
		assertThat(read("a.log")).contains("third third alone");
	}

	@Test
	void theFormatIsNotThatOfABootstrapContext() throws IOException {
		SpringApplication bootstrap = application(Empty.class);
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addLast(new MapPropertySource("bootstrap", Map.of()));
		bootstrap.setEnvironment(environment);
		close(bootstrap.run(file("a.log")));
		run(Empty.class, file("a.log"), "--logging.pattern.file=main %m%n");
		logger.info("at work");
		assertThat(read("a.log")).contains("main at work");
	}

	@Test
	void childContextsChangeNothing() throws IOException {
		ConfigurableApplicationContext child = new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE)
			.properties("netraven.logging.file=" + path("a.log"))
			.child(Empty.class)
			.run();
		close((ConfigurableApplicationContext) Objects.requireNonNull(child.getParent()));
		logger.info("with child");
		child.close();
		logger.info("without child");
		assertThat(read("a.log").lines().filter((line) -> line.contains("with child"))).hasSize(1);
		assertThat(read("a.log").lines().filter((line) -> line.contains("without child"))).hasSize(1);
	}

	@Test
	void aBootstrapContextLikeThatOfSpringCloudChangesNothing() throws IOException {
		SpringApplication application = application(Empty.class);
		application.addListeners(new Bootstrap());
		close(application.run(file("a.log")));
		logger.info("at work");
		assertThat(read("a.log").lines().filter((line) -> line.contains(" : Started "))).hasSize(2);
		assertThat(read("a.log").lines().filter((line) -> line.contains("at work"))).hasSize(1);
		assertThat(ourAppenders()).hasSize(1);
	}

	/**
	 * Runs a whole application while the environment of another is prepared, and then has
	 * logging initialised again.
	 */
	private final class Bootstrap implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE + 5;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			close(application(Empty.class).run(event.getArgs()));
			LoggingSystem loggingSystem = LoggingSystem.get(getClass().getClassLoader());
			loggingSystem.cleanUp();
			loggingSystem.beforeInitialize();
		}

	}

}
