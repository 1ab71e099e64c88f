package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

import io.netraven.logging.file.Delivery;

/**
 * A way to get log lines into a file, set up as its documentation recommends for lines
 * that must not be lost.
 *
 * @author NetRaven maintainers
 */
public enum Contender {

	/** This library, as it is set up by default. */
	NETRAVEN_SYNC("this library, sync", (file) -> NetravenLog.open(file, Delivery.SYNC)),

	/** This library with {@code netraven.logging.delivery=async}. */
	NETRAVEN_ASYNC("this library, async", (file) -> NetravenLog.open(file, Delivery.ASYNC)),

	/** What Spring Boot sets up for {@code logging.file.name}. */
	BOOT_DEFAULT("Spring Boot's default", (file) -> LogbackLog.open(LogbackAppenders.rolling(file, true))),

	/** The same with {@code immediateFlush=false}. */
	LOGBACK_UNFLUSHED("Logback, unflushed", (file) -> LogbackLog.open(LogbackAppenders.rolling(file, false))),

	/** Logback's own asynchronous appender before Spring Boot's. */
	LOGBACK_ASYNC("Logback, AsyncAppender", (file) -> LogbackLog.open(LogbackAppenders.async(file))),

	/** The asynchronous appender of logstash-logback-encoder. */
	LOGSTASH_DISRUPTOR("logstash, disruptor", (file) -> LogbackLog.open(LogbackAppenders.disruptor(file))),

	/** Log4j2's RollingRandomAccessFile appender. */
	LOG4J_FLUSHED("Log4j2, flushed", (file) -> Log4jLog.open(file, false, true)),

	/** The same with {@code immediateFlush=false}. */
	LOG4J_UNFLUSHED("Log4j2, unflushed", (file) -> Log4jLog.open(file, false, false)),

	/** Log4j2's asynchronous loggers, which flush at the end of a batch. */
	LOG4J_ASYNC("Log4j2, async loggers", (file) -> Log4jLog.open(file, true, false)),

	/** The limit: the line is encoded and dropped. */
	ENCODE_ONLY("limit: encode and drop", (file) -> LogbackLog.open(Limits.encodeAndDrop())),

	/** The limit: the line is encoded and written with one call. */
	ENCODE_AND_WRITE("limit: encode and write", (file) -> LogbackLog.open(Limits.encodeAndWrite(file)));

	private final String title;

	private final Opener opener;

	Contender(String title, Opener opener) {
		this.title = title;
		this.opener = opener;
	}

	String title() {
		return this.title;
	}

	boolean hasFile() {
		return this != ENCODE_ONLY;
	}

	OpenLog open(Path file) throws IOException {
		return this.opener.open(file);
	}

	/**
	 * Opens a log.
	 */
	@FunctionalInterface
	private interface Opener {

		OpenLog open(Path file) throws IOException;

	}

}
