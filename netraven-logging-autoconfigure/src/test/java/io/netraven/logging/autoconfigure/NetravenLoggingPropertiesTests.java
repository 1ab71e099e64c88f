package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Limits;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.UntrustedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NetravenLoggingProperties}.
 */
class NetravenLoggingPropertiesTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NetravenLoggingAutoConfiguration.class));

	@Test
	void thereAreNoPropertiesWithoutAFile() {
		assertThat(NetravenLoggingProperties.get(this.environment)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void thereAreNoPropertiesWithABlankFile(String blank) {
		set("file", blank);
		assertThat(NetravenLoggingProperties.get(this.environment)).isNull();
	}

	@Test
	void defaultsAreTheDocumentedOnes() {
		set("file", "worker.log");
		assertThat(settings()).isEqualTo(new LogFileSettings(Path.of("worker.log").toAbsolutePath().toString(),
				Delivery.SYNC, 8 << 20, Duration.ofMillis(50), Duration.ofSeconds(5),
				PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE, new RotationSettings(true,
						10 << 20, Period.NONE, false, Limits.ofTotalSize(1 << 30), true, Duration.ofMinutes(10))));
	}

	@Test
	void everyPropertyReachesTheSettings() {
		set("file", "${folder}/worker.log");
		this.environment.setProperty("folder", "/logs");
		set("delivery", "async");
		set("buffer-size", "1MB");
		set("max-wait", "0");
		set("max-retry-interval", "2s");
		set("permissions", "rw-------");
		set("untrusted-folder", "refuse");
		set("rotation.enabled", "false");
		set("rotation.max-file-size", "2MB");
		set("rotation.period", "daily");
		set("rotation.total-size-cap", "3MB");
		set("rotation.on-start", "true");
		set("rotation.max-archives", "7");
		set("rotation.max-age", "30d");
		set("rotation.min-free-space", "5MB");
		set("rotation.compress", "false");
		set("rotation.compress-after", "1h");
		assertThat(settings()).isEqualTo(new LogFileSettings("/logs/worker.log", Delivery.ASYNC, 1 << 20, Duration.ZERO,
				Duration.ofSeconds(2), PosixFilePermissions.fromString("rw-------"), null, UntrustedFolder.REFUSE,
				new RotationSettings(false, 2 << 20, Period.DAILY, true,
						new Limits(3 << 20, 7, Duration.ofDays(30), 5 << 20), false, Duration.ofHours(1))));
	}

	@Test
	void pathThatNoFileSystemTakesIsLeftToTheDiagnosis() {
		set("file", "bad\0path/${unknown}");
		assertThat(settings().file()).isEqualTo("bad\0path/${unknown}");
	}

	@Test
	void propertiesAreABean() {
		this.contextRunner.withPropertyValues("netraven.logging.file=worker.log", "netraven.logging.max-wait=10ms")
			.run((context) -> assertThat(context.getBean(NetravenLoggingProperties.class).maxWait())
				.isEqualTo(Duration.ofMillis(10)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "delivery=sometimes", "buffer-size=-1", "buffer-size=much", "max-wait=banana",
			"max-retry-interval=0", "permissions=0640", "untrusted-folder=perhaps", "force-interval=0",
			"control-characters=perhaps", "rotation.enabled=perhaps", "rotation.max-file-size=0",
			"rotation.period=weekly", "rotation.total-size-cap=1MB", "rotation.compress=perhaps",
			"rotation.compress-after=-1s", "rotation.max-archives=0", "rotation.max-archives=many",
			"rotation.max-age=0", "rotation.min-free-space=1", "rotation.on-start=perhaps" })
	void nonsenseFailsOnlyWhereAFileIsSet(String nonsense) {
		ApplicationContextRunner runner = this.contextRunner.withPropertyValues("netraven.logging." + nonsense);
		runner.run((context) -> assertThat(context).hasNotFailed());
		runner.withPropertyValues("netraven.logging.file= ").run((context) -> assertThat(context).hasNotFailed());
		runner.withPropertyValues("netraven.logging.file=worker.log").run((context) -> assertThat(context).hasFailed());
	}

	private void set(String name, String value) {
		this.environment.setProperty("netraven.logging." + name, value);
	}

	private LogFileSettings settings() {
		return Objects.requireNonNull(NetravenLoggingProperties.get(this.environment)).toSettings();
	}

}
