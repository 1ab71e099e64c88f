package io.netraven.logging.file.queue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file in memory whose writes others may interleave with, and which fails at random
 * while it is told to.
 */
final class SteppedFile {

	private final Random random;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	/**
	 * Whoever writes now, unless that write was given up.
	 */
	private @Nullable SteppedThread writer;

	/**
	 * Of a thousand writes so many fail.
	 */
	int failures;

	SteppedFile(Random random) {
		this.random = random;
	}

	LiveFile open() {
		FileFacts facts = new FileFacts(this, this.content.size(), Kind.REGULAR, Instant.EPOCH);
		return new LiveFile(new Writes(), facts, TestWriter.LINE_END, !endsWithNewline());
	}

	private boolean endsWithNewline() {
		byte[] bytes = this.content.toByteArray();
		return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
	}

	/**
	 * From now on nothing that the present write does counts.
	 */
	void giveUp() {
		if (this.writer != null) {
			this.writer.giveUp(true);
			this.writer = null;
		}
	}

	String content() {
		return this.content.toString();
	}

	private final class Writes implements OpenFile {

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			SteppedFile file = SteppedFile.this;
			assertThat(file.writer).as("another writer").isNull();
			SteppedThread me = SteppedThread.current();
			file.writer = me;
			me.pause();
			if (me.isGivenUp()) {
				me.giveUp(false);
				return;
			}
			file.writer = null;
			boolean fails = file.random.nextInt(1000) < file.failures;
			int taken = (fails) ? file.random.nextInt(length + 1) : length;
			file.content.write(bytes, offset, taken);
			if (fails && file.random.nextInt(10) == 0) {
				throw new InjectedError();
			}
			if (fails) {
				throw new IOException("No space left on device");
			}
		}

		@Override
		public long size() {
			return SteppedFile.this.content.size();
		}

		@Override
		public byte[] read(long position, int length) {
			return Arrays.copyOfRange(SteppedFile.this.content.toByteArray(), (int) position, (int) position + length);
		}

		@Override
		public void close() {
		}

	}

	/**
	 * An error that may come from anywhere.
	 */
	static final class InjectedError extends Error {

		InjectedError() {
			super("injected", null, false, false);
		}

	}

}
