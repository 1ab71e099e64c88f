package io.netraven.logging.file.queue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.OpenFile;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file in memory whose writes others may interleave with, and which fails at random
 * while it is told to.
 */
final class SteppedFile {

	private final Random random;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private final TestQueue queue;

	private final List<SteppedFile> filesWithContent;

	/**
	 * Whoever writes now, or whose write was given up.
	 */
	private @Nullable SteppedThread writer;

	/**
	 * How often it is open.
	 */
	int descriptors;

	/**
	 * Whether the path names another file now, or none.
	 */
	boolean left;

	/**
	 * Of a thousand writes so many fail.
	 */
	int failures;

	SteppedFile(Random random, TestQueue queue, List<SteppedFile> filesWithContent) {
		this.random = random;
		this.queue = queue;
		this.filesWithContent = filesWithContent;
	}

	FileFacts facts() {
		return new FileFacts(this, this.content.size(), Kind.REGULAR, Instant.EPOCH);
	}

	OpenFile open() {
		this.descriptors++;
		return new Writes();
	}

	byte[] read(long position, int length) {
		byte[] bytes = this.content.toByteArray();
		int end = (int) Math.min(bytes.length, position + length);
		return Arrays.copyOfRange(bytes, (int) Math.min(end, position), end);
	}

	private boolean isWritten() {
		SteppedThread other = this.writer;
		return other != null && !other.isGivenUp(this.queue);
	}

	String content() {
		return this.content.toString();
	}

	private final class Writes implements OpenFile {

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			SteppedFile file = SteppedFile.this;
			assertThat(file.isWritten()).as("another writer").isFalse();
			SteppedThread me = SteppedThread.current();
			file.writer = me;
			boolean counts = me.pauseInWrite(file.queue);
			if (file.writer == me) {
				file.writer = null;
			}
			if (!counts) {
				assertThat(file.left).as("left, as a write to it was given up").isTrue();
				return;
			}
			boolean fails = file.random.nextInt(1000) < file.failures;
			int taken = (fails) ? file.random.nextInt(length + 1) : length;
			if (taken > 0 && file.content.size() == 0) {
				file.filesWithContent.add(file);
			}
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
			return SteppedFile.this.read(position, length);
		}

		@Override
		public void force() {
		}

		@Override
		public void close() {
			SteppedFile.this.descriptors--;
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
