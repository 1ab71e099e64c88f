package io.netraven.logging.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import io.netraven.logging.file.disk.TemporaryFile;

/**
 * A real temporary file, with faults where a test asks for them.
 */
final class FaultyTemporaryFile implements TemporaryFile {

	private final TemporaryFile file;

	private final Path path;

	private final FaultyOperations operations;

	FaultyTemporaryFile(TemporaryFile file, Path path, FaultyOperations operations) {
		this.operations = operations;
		this.file = file;
		this.path = path;
	}

	@Override
	public OutputStream stream() {
		return this.file.stream();
	}

	@Override
	public boolean sync() throws IOException {
		boolean done = this.file.sync();
		this.operations.afterCall.after("sync", this.path);
		return done;
	}

	@Override
	public void close() throws IOException {
		this.file.close();
		this.operations.afterCall.after("close", this.path);
	}

}
