package io.netraven.logging.logback;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.OutputStreamAppender;

/**
 * Logback's console appender in all but its target: what it writes, through all resets of
 * one context, is kept as the oracle.
 */
public final class RecordingConsole extends OutputStreamAppender<ILoggingEvent> {

	private static final Map<Context, ByteArrayOutputStream> WRITTEN = new ConcurrentHashMap<>();

	static RecordingConsole attach(LoggerContext context) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern("%level %msg%n");
		encoder.start();
		RecordingConsole console = new RecordingConsole();
		console.setName("CONSOLE");
		console.setContext(context);
		console.setEncoder(encoder);
		console.start();
		context.getLogger("ROOT").addAppender(console);
		return console;
	}

	static List<String> linesOf(LoggerContext context) {
		return written(context).toString(StandardCharsets.UTF_8).lines().toList();
	}

	static int sizeOf(LoggerContext context) {
		return written(context).size();
	}

	private static ByteArrayOutputStream written(Context context) {
		return WRITTEN.computeIfAbsent(context, (key) -> new ByteArrayOutputStream());
	}

	@Override
	public void start() {
		ByteArrayOutputStream written = written(getContext());
		setOutputStream(new OutputStream() {

			@Override
			public void write(int b) {
				written.write(b);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
				written.write(bytes, offset, length);
			}

		});
		super.start();
	}

}
