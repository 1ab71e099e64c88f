package io.netraven.logging.logback;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;

/**
 * The logging system that this process has bound to SLF4J, seen as Logback. Thread-safe.
 */
public final class LogbackBinding {

	private static final boolean ON_CLASS_PATH = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			LogbackBinding.class.getClassLoader());

	private LogbackBinding() {
	}

	/**
	 * Return whether this process logs with Logback. Needs neither Logback nor SLF4J on
	 * the class path.
	 * @return {@code false} if another logging system is in use
	 */
	public static boolean isPresent() {
		return ON_CLASS_PATH && LoggerFactory.getILoggerFactory() instanceof LoggerContext;
	}

	/**
	 * Return whether one of Logback's file appenders already writes a file, such as the
	 * one that Spring Boot attaches for {@code logging.file.name}.
	 * @param file path of the file
	 * @return whether each line would be in the file twice
	 * @throws ClassCastException if Logback is not {@link #isPresent() present}
	 */
	public static boolean isWrittenByAnAppender(String file) {
		return OtherFileAppenders.write(file, context());
	}

	static LoggerContext context() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

}
