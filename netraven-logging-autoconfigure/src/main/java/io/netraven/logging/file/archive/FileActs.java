package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderTrust;
import org.jspecify.annotations.Nullable;

/**
 * Renames or deletes a file only if it is the one that was looked at before. A network
 * file system may report an error for a call that has succeeded, so after an error the
 * result is looked up. Thread-safe.
 */
final class FileActs {

	private final FileOperations operations;

	FileActs(FileOperations operations) {
		this.operations = operations;
	}

	/**
	 * Reads the attributes of a directory entry without following a link.
	 * @param path the path
	 * @return the facts of the entry, or {@code null} if there is none
	 * @throws IOException if its attributes cannot be read
	 */
	@Nullable FileFacts look(Path path) throws IOException {
		try {
			return this.operations.lookAtEntry(path);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * Returns whether a file may be taken for a part of the log.
	 * @param path the path of the file
	 * @param file the attributes of the file
	 * @return whether it is a regular file with one name and a trusted owner
	 * @throws IOException if its folder cannot be examined
	 */
	boolean isOurs(Path path, FileFacts file) throws IOException {
		return FolderTrust.of(this.operations, path, file).owns(file);
	}

	boolean exists(Path path) throws IOException {
		return look(path) != null;
	}

	/**
	 * Renames a file.
	 * @param source the present path
	 * @param file the attributes of the file
	 * @param target the new path
	 * @throws IOException if the file was not renamed
	 */
	void rename(Path source, FileFacts file, Path target) throws IOException {
		try {
			this.operations.rename(source, target);
		}
		catch (IOException ex) {
			if (!isRenamed(source, file, target, ex)) {
				throw ex;
			}
		}
	}

	private boolean isRenamed(Path source, FileFacts file, Path target, IOException error) {
		try {
			FileFacts there = look(target);
			if (there == null || !there.isSameFileAs(file)) {
				return false;
			}
			return file.key() != null || (there.size() >= file.size() && !exists(source));
		}
		catch (IOException ex) {
			error.addSuppressed(ex);
			return false;
		}
	}

	/**
	 * Deletes a file, unless it has changed or its path names another file now.
	 * @param path the path
	 * @param file the attributes of the file
	 * @return whether the file is gone
	 * @throws IOException if the file could not be deleted
	 */
	boolean delete(Path path, FileFacts file) throws IOException {
		FileFacts there = look(path);
		if (there == null) {
			return true;
		}
		if (!there.isSameFileAs(file) || there.kind() != Kind.REGULAR || there.size() != file.size()) {
			return false;
		}
		try {
			this.operations.delete(path);
		}
		catch (IOException ex) {
			if (isThere(path, file, ex)) {
				throw ex;
			}
		}
		return true;
	}

	private boolean isThere(Path path, FileFacts file, IOException error) {
		try {
			FileFacts there = look(path);
			return there != null && there.isSameFileAs(file);
		}
		catch (IOException ex) {
			error.addSuppressed(ex);
			return true;
		}
	}

}
