package io.netraven.logging.logback;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.AppenderAttachable;

/**
 * Finds Logback's own appenders that write a file.
 */
final class OtherFileAppenders {

	private OtherFileAppenders() {
	}

	static boolean write(String file, LoggerContext context) {
		for (Logger logger : context.getLoggerList()) {
			if (write(file, logger)) {
				return true;
			}
		}
		return false;
	}

	private static boolean write(String file, AppenderAttachable<ILoggingEvent> attachable) {
		Iterator<Appender<ILoggingEvent>> appenders = attachable.iteratorForAppenders();
		while (appenders != null && appenders.hasNext()) {
			if (writes(file, appenders.next())) {
				return true;
			}
		}
		return false;
	}

	private static boolean writes(String file, Appender<ILoggingEvent> appender) {
		if (appender instanceof FileAppender<?> other) {
			String otherFile = other.getFile();
			return otherFile != null && FilePaths.nameTheSameFile(file, otherFile);
		}
		if (appender instanceof AppenderAttachable<?>) {
			@SuppressWarnings("unchecked")
			AppenderAttachable<ILoggingEvent> nested = (AppenderAttachable<ILoggingEvent>) appender;
			return write(file, nested);
		}
		return false;
	}

}
