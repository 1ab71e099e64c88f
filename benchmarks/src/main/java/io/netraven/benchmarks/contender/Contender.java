package io.netraven.benchmarks.contender;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import io.netraven.logging.file.Delivery;

/**
 * A way to get log lines into a file, set up so that no line is discarded. The
 * asynchronous peers stand here twice: with their appender's default, which flushes every
 * line, and as their documentation recommends, flushed in batches.
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

	/** The asynchronous appender of logstash-logback-encoder before Spring Boot's. */
	LOGSTASH_DISRUPTOR("logstash, disruptor", (file) -> LogbackLog.open(LogbackAppenders.disruptor(file, true))),

	/** The same, flushed once for each batch of the ring. */
	LOGSTASH_BATCHES("logstash, disruptor, batches",
			(file) -> LogbackLog.open(LogbackAppenders.disruptor(file, false))),

	/** Log4j2's RollingRandomAccessFile appender. */
	LOG4J_FLUSHED("Log4j2, flushed", (file) -> Log4jLog.open(file, false, true)),

	/** The same with {@code immediateFlush=false}. */
	LOG4J_UNFLUSHED("Log4j2, unflushed", (file) -> Log4jLog.open(file, false, false)),

	/** Log4j2's asynchronous loggers before an appender with its defaults. */
	LOG4J_ASYNC("Log4j2, async loggers", (file) -> Log4jLog.open(file, true, true)),

	/** The same, flushed once for each batch of the ring. */
	LOG4J_BATCHES("Log4j2, async loggers, batches", (file) -> Log4jLog.open(file, true, false)),

	/** The limit: the line is encoded and dropped. */
	ENCODE_ONLY("limit: encode and drop", (file) -> LogbackLog.open(Limits.encodeAndDrop())),

	/** The limit: the line is encoded and written with one call. */
	ENCODE_AND_WRITE("limit: encode and write", (file) -> LogbackLog.open(Limits.encodeAndWrite(file))),

	/** The same through a stream: no lock but the operating system's. */
	ENCODE_AND_WRITE_WITHOUT_LOCK("limit: encode and write, no lock",
			(file) -> LogbackLog.open(Limits.encodeAndWriteWithoutLock(file))),

	/** The limit of callers that share their writes. */
	SHARED_TURN("limit: encode and share a turn",
			(file) -> LogbackLog.open(new SharedTurn(new FileOutputStream(file.toFile(), true))));

	private final String title;

	private final Opener opener;

	Contender(String title, Opener opener) {
		this.title = title;
		this.opener = opener;
	}

	public String title() {
		return this.title;
	}

	public boolean isThisLibrary() {
		return this == NETRAVEN_SYNC || this == NETRAVEN_ASYNC;
	}

	/**
	 * Whether there is a file with the lines that were logged.
	 * @return {@code false} for the limit that drops them
	 */
	public boolean keepsLines() {
		return this != ENCODE_ONLY;
	}

	public OpenLog open(Path file) throws IOException {
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
