package io.netraven.logging.logback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings;

import org.springframework.mock.env.MockEnvironment;

/**
 * A real file behind a logger context of a test's own.
 *
 * @author NetRaven maintainers
 */
final class CapturedFile implements AutoCloseable {

	private final Path path;

	private final LoggerContext context = new LoggerContext();

	private final LogFileWriter writer;

	private final LogFileSink sink;

	private final LogFileAppenderRegistrar registrar = new LogFileAppenderRegistrar(this.context);

	CapturedFile(Path path, String pattern) {
		this(path, new MockEnvironment().withProperty("logging.pattern.file", pattern));
	}

	CapturedFile(Path path, MockEnvironment environment) {
		this.path = path;
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		Logger logger = this.context.getLogger("io.netraven.logging");
		FileFormat format = FileEncoders.create(environment, this.context);
		this.writer = LogFileWriter.capture(settings(path), new GapRecords(logger, () -> format),
				new LogFileListener() {
				});
		this.writer.open();
		this.sink = new LogFileSink(logger, () -> format, this.writer);
	}

	static LogFileSettings settings(Path path) {
		return new LogFileSettings(path.toString(), Delivery.SYNC, 64 * 1024 * 1024, Duration.ofSeconds(20),
				Duration.ofSeconds(1), PosixFilePermissions.fromString("rw-r-----"),
				new RotationSettings(false, 1, RotationSettings.Period.NONE, 1, false));
	}

	LoggerContext context() {
		return this.context;
	}

	LogFileSink sink() {
		return this.sink;
	}

	void attach() {
		this.registrar.attach(this.sink);
	}

	void detach() {
		this.registrar.detach();
	}

	List<String> lines() {
		try {
			this.writer.drain(Duration.ofSeconds(20));
			return Files.readString(this.path, StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.writer.close();
		this.context.stop();
	}

}
