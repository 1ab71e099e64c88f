package io.netraven.logging.file.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Counts the bytes that are written through it.
 */
final class CountedStream extends FilterOutputStream {

	private long count;

	CountedStream(OutputStream target) {
		super(target);
	}

	@Override
	public void write(int value) throws IOException {
		this.out.write(value);
		this.count++;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.out.write(bytes, offset, length);
		this.count += length;
	}

	long count() {
		return this.count;
	}

}
