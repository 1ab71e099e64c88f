package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.helpers.NOPAppender;
import org.slf4j.Marker;

import org.springframework.util.CollectionUtils;

/**
 * Appenders of the root logger of a {@link LoggerContext}, ours and the others.
 */
final class RootAppenders {

	private final LoggerContext context;

	private final Logger root;

	private final Appender<ILoggingEvent> nobody = new NOPAppender<>();

	RootAppenders(LoggerContext context) {
		this.context = context;
		this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	boolean hasOthers() {
		return all().stream().anyMatch((appender) -> !hasOurName(appender));
	}

	/**
	 * Return whether an appender of exactly this class is attached. A class of the same
	 * name from another class loader does not count.
	 * @param type class of the appender
	 * @return whether one is attached
	 */
	boolean has(Class<? extends LogFileAppender> type) {
		return all().stream().anyMatch((appender) -> appender.getClass() == type);
	}

	void attach(LogFileAppender appender) {
		appender.setContext(this.context);
		appender.start();
		this.root.addAppender(appender);
	}

	void detachOurs() {
		all().stream().filter(RootAppenders::hasOurName).forEach(this.root::detachAppender);
	}

	/**
	 * Detaches our appenders of other classes without stopping them: an event may be on
	 * its way to them.
	 * @param type class of those that stay
	 */
	void detachOursExcept(Class<? extends LogFileAppender> type) {
		all().stream()
			.filter((appender) -> hasOurName(appender) && appender.getClass() != type)
			.forEach(this.root::detachAppender);
	}

	void resetBegins() {
		Map<String, Level> levels = levels();
		for (Appender<ILoggingEvent> appender : all()) {
			if (appender instanceof LogFileAppender ours) {
				ours.resetBegins(levels);
			}
		}
	}

	/**
	 * Makes Logback read its list of appenders again. Logback caches the list in a way
	 * that can miss a change made by another thread and keep the outdated list for good;
	 * any removal invalidates the cache.
	 */
	void refresh() {
		this.root.detachAppender(this.nobody);
	}

	/**
	 * Return whether the logger of the event, with its turbo filters, would log it now.
	 * @param event what has been logged
	 * @return whether it would be logged again
	 */
	boolean isEnabled(ILoggingEvent event) {
		List<Marker> markers = event.getMarkerList();
		Marker marker = CollectionUtils.isEmpty(markers) ? null : markers.get(0);
		return this.context.getLogger(event.getLoggerName()).isEnabledFor(marker, event.getLevel());
	}

	private Map<String, Level> levels() {
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
