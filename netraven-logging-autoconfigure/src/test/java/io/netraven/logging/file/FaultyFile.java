package io.netraven.logging.file;

import java.io.IOException;

import io.netraven.logging.file.disk.OpenFile;

/**
 * A real open file, with faults where a test asks for them.
 */
final class FaultyFile implements OpenFile {

	private final OpenFile file;

	private final FaultyOperations operations;

	FaultyFile(OpenFile file, FaultyOperations operations) {
		this.file = file;
		this.operations = operations;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int allowed = this.operations.onWrite.allow(length);
		this.file.write(bytes, offset, Math.min(allowed, length));
		this.operations.afterWrite.before();
		if (allowed < length) {
			throw new IOException("No space left on device");
		}
	}

	@Override
	public long size() throws IOException {
		return this.file.size();
	}

	@Override
	public byte[] read(long position, int length) throws IOException {
		this.operations.onRead.before();
		return this.file.read(position, length);
	}

	@Override
	public void force() throws IOException {
		this.operations.onForce.before();
		this.file.force();
		this.operations.forces.incrementAndGet();
	}

	@Override
	public void close() throws IOException {
		this.operations.onClose.before();
		this.file.close();
	}

}
