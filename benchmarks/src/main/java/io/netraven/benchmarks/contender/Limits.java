package io.netraven.benchmarks.contender;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/**
 * What no appender can beat: the least that has to be done for a line.
 */
final class Limits {

	private Limits() {
	}

	static Appender<ILoggingEvent> encodeAndDrop() {
		return new Dropping();
	}

	static Appender<ILoggingEvent> encodeAndWrite(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		return new Writing(channel, (line) -> channel.write(ByteBuffer.wrap(line)));
	}

	/**
	 * A channel lets one thread at a time write, a stream does not: there the system sees
	 * to it.
	 * @param file where to write
	 * @return an appender whose callers are all caught if the disk hangs
	 * @throws IOException if the file cannot be opened
	 */
	static Appender<ILoggingEvent> encodeAndWriteWithoutLock(Path file) throws IOException {
		FileOutputStream stream = new FileOutputStream(file.toFile(), true);
		return new Writing(stream, stream::write);
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

		private final Write write;

		Writing(Closeable file, Write write) {
			super(file);
			this.write = write;
		}

		@Override
		void take(byte[] line) throws IOException {
			this.write.write(line);
		}

	}

	/**
	 * Writes a line with one call of the system.
	 */
	@FunctionalInterface
	private interface Write {

		void write(byte[] line) throws IOException;

	}

}
