package io.netraven.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lines that need no encoding, written 64 KB at a time: all that the disk takes.
 *
 * @author NetRaven maintainers
 */
final class ReadyLines implements OpenLog {

	private static final int BATCH = 64 * 1024;

	private static final byte[] LINE = ("2026-11-24T12:00:00.000Z  INFO 4242 --- [worker] [worker-0] "
			+ "io.netraven.benchmarks.Orders            : Order 123456 has been processed for customer c-4711\n")
		.getBytes(StandardCharsets.UTF_8);

	private final FileChannel channel;

	private final ByteBuffer batch = ByteBuffer.allocateDirect(BATCH);

	private ReadyLines(FileChannel channel) {
		this.channel = channel;
	}

	static ReadyLines open(Path file) throws IOException {
		return new ReadyLines(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
	}

	@Override
	public synchronized void log(long number) {
		if (this.batch.remaining() < LINE.length) {
			write();
		}
		this.batch.put(LINE);
	}

	private void write() {
		try {
			this.channel.write(this.batch.flip());
			this.batch.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void close() {
		write();
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
