package io.netraven.logging.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChangedFileListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ChangedFileListenerTests extends RealApplications {

	@Test
	void aChangedFileIsSaidOnceAndNotFollowed(CapturedOutput output) {
		ConfigurableApplicationContext context = run(Empty.class, file("a.log"));
		change(context, path("b.log").toString());
		change(context, path("b.log").toString());
		assertThat(output.getOut().lines().filter((line) -> line.contains("was changed"))).singleElement()
			.asString()
			.contains(" WARN ", "changed to '" + path("b.log") + "'", "next start", path("a.log") + " is written");
		assertThat(path("b.log")).doesNotExist();
	}

	@Test
	void aFileThatARefreshSetsIsSaid(CapturedOutput output) {
		change(run(Empty.class), path("b.log").toString());
		assertThat(output.getOut()).containsOnlyOnce("no log file is written");
		assertThat(path("b.log")).doesNotExist();
	}

	@Test
	void aRefreshThatChangesAnotherPropertyIsNotSaid(CapturedOutput output) {
		change(run(Empty.class, file("a.log")), path("a.log") + " ");
		assertThat(output.getOut()).doesNotContain("was changed");
	}

	private static void change(ConfigurableApplicationContext context, String file) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("refreshed", Map.of("netraven.logging.file", file)));
		context.publishEvent(new EnvironmentChangeEvent(context));
	}

}
