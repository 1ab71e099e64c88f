package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netraven.logging.file.MachineTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that begin and end with their process.
 */
class ApplicationLifeIT {

	@TempDir
	private Path folder;

	@Test
	void everyLineUpToTheEndOfLogbackIsInTheFileAfterATermination() throws Exception {
		try (ForkedApplication application = start("chatty")) {
			awaitInStdout(application, "line 100");
			assertThat(application.terminate()).isEqualTo(143);
			assertThat(file()).contains("bean destroyed");
			assertThat(messages(file())).containsAll(messages(application.stdout())).doesNotHaveDuplicates();
		}
	}

	@Test
	void applicationsThatFollowEachOtherUnderLoadLoseAndDoubleNothing() throws Exception {
		try (ForkedApplication application = start("restarting")) {
			assertThat(application.awaitExit()).isZero();
			assertThat(messages(file(), " line ")).containsAll(messages(application.stdout(), " line "))
				.doesNotHaveDuplicates();
			assertThat(messages(file(), " : Starting ")).hasSize(6);
			assertThat(file()).doesNotContain("DEBUG");
		}
	}

	@Test
	void aRunnerThatNeverReturnsHasItsLinesInTheFile() throws Exception {
		try (ForkedApplication application = start("never-ready")) {
			Awaitility.await().ignoreExceptions().until(() -> file().contains("running"));
			assertThat(application.terminate()).isEqualTo(143);
			assertThat(messages(file())).isEqualTo(messages(application.stdout()));
		}
	}

	@Test
	void aProgramThatEndsByItselfHasAllItsLinesInTheFile() throws Exception {
		try (ForkedApplication application = start("short")) {
			assertThat(application.awaitExit()).isZero();
			assertThat(messages(file())).isEqualTo(messages(application.stdout())).isNotEmpty();
		}
	}

	@Test
	void withoutShutdownHooksTheLinesUpToTheEndOfTheContextAreInTheFile() throws Exception {
		try (ForkedApplication application = start("closing", "--spring.main.register-shutdown-hook=false",
				"--logging.register-shutdown-hook=false")) {
			assertThat(application.awaitExit()).isZero();
			assertThat(file()).contains("bean destroyed");
		}
	}

	@Test
	void aBadImportLeavesTheReportInTheFileOfTheEnvironment() throws Exception {
		try (ForkedApplication application = ForkedApplication.start(this.folder, LivingApplication.class,
				Map.of("NETRAVEN_LOGGING__FILE", path().toString()),
				"--spring.config.import=file:/no/such/file.yaml")) {
			assertThat(application.awaitExit()).isEqualTo(1);
			assertThat(file()).contains("APPLICATION FAILED TO START", "/no/such/file.yaml");
		}
	}

	@Test
	void aThrowingBeanLeavesItsReportInTheFileOfAnOwnConfiguration() throws Exception {
		try (ForkedApplication application = start("failing", "--logging.config=classpath:own-logback-spring.xml")) {
			assertThat(application.awaitExit()).isEqualTo(1);
			assertThat(file()).containsSubsequence(" : Starting ", "Application run failed", "the bean's reason");
		}
	}

	@Test
	void aFileThatIsNoneDoesNotHoldTheExit() throws Exception {
		Path fifo = this.folder.resolve("worker.log");
		Process mkfifo = new ProcessBuilder("mkfifo", fifo.toString()).start();
		assertThat(mkfifo.waitFor()).isZero();
		try (ForkedApplication application = start("chatty")) {
			awaitInStdout(application, "line 100");
			Duration start = MachineTime.now();
			assertThat(application.terminate()).isEqualTo(143);
			assertThat(MachineTime.since(start)).isLessThan(Duration.ofSeconds(5));
			assertThat(application.stdout()).contains("bean destroyed");
		}
	}

	private ForkedApplication start(String life, String... arguments) throws IOException {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--life=" + life);
		return ForkedApplication.start(this.folder, LivingApplication.class,
				Map.of("NETRAVEN_LOGGING_FILE", path().toString()), all.toArray(String[]::new));
	}

	private Path path() {
		return this.folder.resolve("worker.log");
	}

	private String file() throws IOException {
		return Files.readString(path());
	}

	private static void awaitInStdout(ForkedApplication application, String text) {
		Awaitility.await().until(() -> application.stdout().contains(text));
	}

	private static List<String> messages(String output) {
		return messages(output, " : ");
	}

	private static List<String> messages(String output, String part) {
		return output.lines()
			.filter((line) -> line.contains(part) && line.contains(" : "))
			.map((line) -> line.substring(line.indexOf(" : ")))
			.toList();
	}

}
