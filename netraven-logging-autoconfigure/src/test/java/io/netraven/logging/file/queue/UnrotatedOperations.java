package io.netraven.logging.file.queue;

import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * Operations in a folder without links and archives: those on archives fail.
 */
abstract class UnrotatedOperations implements FileOperations {

	@Override
	public boolean isLink(Path path) {
		return false;
	}

	@Override
	public @Nullable Path nameOf(Object key) {
		return null;
	}

	@Override
	public List<String> refused() {
		return List.of();
	}

	@Override
	public InputStream read(Path path) {
		throw new UnsupportedOperationException();
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean deleteIfAbandoned(Path path) {
		throw new UnsupportedOperationException();
	}

}
