package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.helpers.NOPAppender;

/**
 * The appenders of a root logger: ours and the others.
 *
 * @author NetRaven maintainers
 */
final class RootAppenders {

	private final LoggerContext context;

	private final Logger root;

	private final Appender<ILoggingEvent> nobody = new NOPAppender<>();

	RootAppenders(LoggerContext context) {
		this.context = context;
		this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	List<Appender<ILoggingEvent>> others() {
		return all().stream().filter((appender) -> !hasOurName(appender)).toList();
	}

	boolean hasOthers() {
		Iterator<Appender<ILoggingEvent>> appenders = this.root.iteratorForAppenders();
		while (appenders.hasNext()) {
			if (!hasOurName(appenders.next())) {
				return true;
			}
		}
		return false;
	}

	// * Whether an appender of exactly this type is there: not one of a second class *
	// loader
	boolean has(Class<? extends LogFileAppender> type) {
		return all().stream().anyMatch((appender) -> appender.getClass() == type);
	}

	void attach(LogFileAppender appender) {
		appender.setContext(this.context);
		appender.start();
		this.root.addAppender(appender);
	}

	// Leaves them started: an event may be on its way to them
	void detachOursExcept(Class<? extends LogFileAppender> type) {
		all().stream()
			.filter((appender) -> hasOurName(appender) && appender.getClass() != type)
			.forEach(this.root::detachAppender);
	}

	void detachOurs() {
		all().stream().filter(RootAppenders::hasOurName).forEach(this.root::detachAppender);
	}

	void resetBegins() {
		for (Appender<ILoggingEvent> appender : all()) {
			if (appender instanceof LogFileAppender ours) {
				ours.resetBegins();
			}
		}
	}

	// Logback caches the list in a way that can miss a change made by another thread, and
	// keeps the outdated one for good; any removal makes it read the list again
	void refresh() {
		this.root.detachAppender(this.nobody);
	}

	boolean isEnabled(ILoggingEvent event) {
		Level level = this.context.getLogger(event.getLoggerName()).getEffectiveLevel();
		return event.getLevel().isGreaterOrEqual(level);
	}

	Map<String, Level> levels() {
		return this.context.getLoggerList()
			.stream()
			.collect(Collectors.toMap(Logger::getName, Logger::getEffectiveLevel, (one, another) -> another));
	}

	private List<Appender<ILoggingEvent>> all() {
		List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
		this.root.iteratorForAppenders().forEachRemaining(appenders::add);
		return appenders;
	}

	private static boolean hasOurName(Appender<ILoggingEvent> appender) {
		return LogFileAppender.NAME.equals(appender.getName());
	}

}
