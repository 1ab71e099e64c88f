package io.netraven.logging.autoconfigure;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.UntrustedFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A writer for a context that has a file, and has not opened it yet.
 */
final class CapturingWriter implements BeforeEachCallback, AfterEachCallback {

	private @Nullable LogFileWriter writer;

	@Override
	public void beforeEach(ExtensionContext context) {
		LogFileSettings settings = new LogFileSettings("target/worker.log", Delivery.SYNC, 1 << 20,
				Duration.ofSeconds(1), Duration.ofSeconds(1), Set.of(), null, UntrustedFolder.NOTE,
				Rotations.of(false, 1 << 20, Period.NONE, 1 << 20, false));
		this.writer = LogFileWriter.capture(settings, (gap) -> new byte[0], new LogFileListener() {
		});
	}

	@Override
	public void afterEach(ExtensionContext context) {
		get().close();
	}

	LogFileWriter get() {
		return Objects.requireNonNull(this.writer);
	}

	void addTo(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton(NetravenLoggingApplicationListener.WRITER_BEAN_NAME, get());
	}

}
