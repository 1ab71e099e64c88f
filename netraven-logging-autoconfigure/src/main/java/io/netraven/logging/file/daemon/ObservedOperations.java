package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import io.netraven.logging.file.daemon.DiskCalls.Action;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.disk.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * File operations of the file thread, each of which begins to be timed anew: a disk that
 * answers slowly is not one that hangs. Nor is a JVM that is slow between two of them.
 * Used by the file thread.
 */
final class ObservedOperations implements FileOperations {

	private final FileOperations operations;

	private final DiskCalls calls;

	ObservedOperations(FileOperations operations, DiskCalls calls) {
		this.operations = operations;
		this.calls = calls;
	}

	private <T> T step(Action<T> action) throws IOException {
		this.calls.nextStep();
		try {
			return action.run();
		}
		finally {
			this.calls.nextStep();
		}
	}

	@Override
	public FileFacts look(Path path) throws IOException {
		return step(() -> this.operations.look(path));
	}

	@Override
	public FileFacts lookAtEntry(Path path) throws IOException {
		return step(() -> this.operations.lookAtEntry(path));
	}

	@Override
	public boolean isLink(Path path) {
		this.calls.nextStep();
		return this.operations.isLink(path);
	}

	@Override
	public void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		step(() -> {
			this.operations.createFolders(folder, permissions);
			return true;
		});
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		step(() -> {
			this.operations.create(path, permissions);
			return true;
		});
	}

	@Override
	public Path target(Path link) throws IOException {
		return step(() -> this.operations.target(link));
	}

	@Override
	public OpenFile open(Path path, @Nullable Object key) throws IOException {
		return step(() -> this.operations.open(path, key));
	}

	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		return step(() -> this.operations.read(path, position, length));
	}

	@Override
	public @Nullable Path nameOf(Object key) {
		this.calls.nextStep();
		return this.operations.nameOf(key);
	}

	@Override
	public InputStream read(Path path) throws IOException {
		return step(() -> this.operations.read(path));
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		return step(() -> this.operations.freeSpace(path));
	}

	@Override
	public void list(Path folder, NameVisitor visitor) throws IOException {
		step(() -> {
			this.operations.list(folder, visitor);
			return true;
		});
	}

	@Override
	public void rename(Path source, Path target) throws IOException {
		step(() -> {
			this.operations.rename(source, target);
			return true;
		});
	}

	@Override
	public void link(Path file, Path name) throws IOException {
		step(() -> {
			this.operations.link(file, name);
			return true;
		});
	}

	@Override
	public void delete(Path path) throws IOException {
		step(() -> {
			this.operations.delete(path);
			return true;
		});
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException {
		return step(() -> this.operations.createTemporary(path, permissions));
	}

	@Override
	public boolean deleteIfAbandoned(Path path) throws IOException {
		return step(() -> this.operations.deleteIfAbandoned(path));
	}

	@Override
	public List<String> refused() {
		return this.operations.refused();
	}

}
