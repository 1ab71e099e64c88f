package io.netraven.benchmarks.contender;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.LoggerContext;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.logback.LogbackLogFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * This library, joined to Logback as in an application, with its default properties. Its
 * file is never archived during a run, nor is any other contender's.
 */
public final class NetravenLog implements OpenLog {

	static final long DEFAULT_BUFFER = 8L << 20;

	private final LogbackLogFile file;

	private final Logger logger = LoggerFactory.getLogger(Line.LOGGER);

	private NetravenLog(LogbackLogFile file) {
		this.file = file;
	}

	public static NetravenLog open(Path file, Delivery delivery) {
		return open(settings(file, delivery, LogbackAppenders.NEVER_FULL));
	}

	public static NetravenLog open(LogFileSettings settings) {
		LoggerContext context = LogbackLog.emptyContext();
		LogbackLogFile logFile = LogbackLogFile.capture(settings, environment(Map.of()), null);
		context.getLogger("io.netraven.logging").setAdditive(false);
		logFile.writer().open();
		logFile.writer().goOn();
		while (logFile.writer().status().state() != LogFileState.WRITING) {
			LockSupport.parkNanos(1_000_000);
		}
		return new NetravenLog(logFile);
	}

	private static StandardEnvironment environment(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new MapPropertySource("benchmark", Map.of("logging.pattern.file", Line.LOGBACK_PATTERN)));
		sources.addFirst(new MapPropertySource("feature", properties));
		return environment;
	}

	/**
	 * Formats the lines from now on with other properties.
	 * @param properties the properties that differ from the defaults
	 */
	public void use(Map<String, Object> properties) {
		this.file.useFormatOf(environment(properties));
	}

	public static LogFileSettings settings(Path file, Delivery delivery, long maxFileSize) {
		return new LogFileSettings(file.toString(), delivery, DEFAULT_BUFFER, Duration.ofMillis(50),
				Duration.ofSeconds(5), PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE,
				new RotationSettings(true, maxFileSize, RotationSettings.Period.NONE, false,
						RotationSettings.Limits.ofTotalSize(Long.MAX_VALUE), true, Duration.ZERO));
	}

	public LogFileWriter writer() {
		return this.file.writer();
	}

	@Override
	public void log(long number) {
		this.logger.info(Line.MESSAGE, number, Line.CUSTOMER);
	}

	@Override
	public void close() {
		this.file.close();
	}

}
