package io.netraven.logging.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import io.netraven.logging.file.disk.Refinements;
import org.jspecify.annotations.Nullable;

/**
 * The real calls, refused where a test asks for it.
 */
final class FaultyRefinements extends Refinements {

	private final FaultyOperations operations;

	FaultyRefinements(FaultyOperations operations) {
		this.operations = operations;
	}

	@Override
	public Set<PosixFilePermission> mode(Path path) throws IOException {
		this.operations.onRefinement.before("mode");
		return super.mode(path);
	}

	@Override
	public void setMode(Path path, Set<PosixFilePermission> permissions) throws IOException {
		this.operations.onRefinement.before("chmod");
		super.setMode(path, permissions);
	}

	@Override
	public @Nullable FileLock lock(FileChannel channel) throws IOException {
		this.operations.onRefinement.before("lock");
		return super.lock(channel);
	}

	@Override
	public void sync(FileChannel channel) throws IOException {
		this.operations.onRefinement.before("sync");
		super.sync(channel);
	}

}
