package io.netraven.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/**
 * What no appender can beat: the least that has to be done for a line.
 *
 * @author NetRaven maintainers
 */
final class Limits {

	private Limits() {
	}

	static Appender<ILoggingEvent> encodeAndDrop() {
		return new Dropping();
	}

	static Appender<ILoggingEvent> encodeAndWrite(Path file) throws IOException {
		return new Writing(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
	}

	private static final class Dropping extends EncodingAppender {

		Dropping() {
			super(InputStream.nullInputStream());
		}

		@Override
		void take(byte[] line) {
			if (line[line.length - 1] != '\n') {
				throw new IllegalStateException("The encoding must not be left out");
			}
		}

	}

	private static final class Writing extends EncodingAppender {

		private final FileChannel channel;

		Writing(FileChannel channel) {
			super(channel);
			this.channel = channel;
		}

		@Override
		void take(byte[] line) {
			try {
				this.channel.write(ByteBuffer.wrap(line));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
