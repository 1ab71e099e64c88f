package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.disk.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * File operations of the file thread, each of which begins to be timed anew: a disk that
 * answers slowly is not one that hangs. Used by the file thread.
 */
final class ObservedOperations implements FileOperations {

	private final FileOperations operations;

	private final DiskCalls calls;

	ObservedOperations(FileOperations operations, DiskCalls calls) {
		this.operations = operations;
		this.calls = calls;
	}

	private FileOperations next() {
		this.calls.nextStep();
		return this.operations;
	}

	@Override
	public FileFacts look(Path path) throws IOException {
		return next().look(path);
	}

	@Override
	public FileFacts lookAtEntry(Path path) throws IOException {
		return next().lookAtEntry(path);
	}

	@Override
	public boolean isLink(Path path) {
		return next().isLink(path);
	}

	@Override
	public void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		next().createFolders(folder, permissions);
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		next().create(path, permissions);
	}

	@Override
	public Path target(Path link) throws IOException {
		return next().target(link);
	}

	@Override
	public OpenFile open(Path path, @Nullable Object key) throws IOException {
		return next().open(path, key);
	}

	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		return next().read(path, position, length);
	}

	@Override
	public @Nullable Path nameOf(Object key) {
		return next().nameOf(key);
	}

	@Override
	public InputStream read(Path path) throws IOException {
		return next().read(path);
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		return next().freeSpace(path);
	}

	@Override
	public void list(Path folder, NameVisitor visitor) throws IOException {
		next().list(folder, visitor);
	}

	@Override
	public void rename(Path source, Path target) throws IOException {
		next().rename(source, target);
	}

	@Override
	public void link(Path file, Path name) throws IOException {
		next().link(file, name);
	}

	@Override
	public void delete(Path path) throws IOException {
		next().delete(path);
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException {
		return next().createTemporary(path, permissions);
	}

	@Override
	public boolean deleteIfAbandoned(Path path) throws IOException {
		return next().deleteIfAbandoned(path);
	}

	@Override
	public List<String> refused() {
		return this.operations.refused();
	}

}
