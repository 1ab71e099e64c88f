package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.FileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Renames and deletes files that are known, and nothing else. A network file system may
 * report an error for what it has done, so after an error the file itself is looked for:
 * what is there decides.
 *
 * @author NetRaven maintainers
 */
final class FileActs {

	private final FileOperations operations;

	FileActs(FileOperations operations) {
		this.operations = operations;
	}

	/**
	 * Looks at what has a name.
	 * @param path the path
	 * @return what is there, or {@code null} if nothing is
	 * @throws IOException if it cannot be looked at
	 */
	@Nullable FileFacts look(Path path) throws IOException {
		try {
			return this.operations.lookAtEntry(path);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	boolean exists(Path path) throws IOException {
		return look(path) != null;
	}

	/**
	 * Renames a file.
	 * @param source its name
	 * @param file what was seen of it
	 * @param target its new name
	 * @throws IOException if it does not have the new name
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
	 * Deletes a file, unless it has changed or its name belongs to another one by now.
	 * @param path its name
	 * @param file what was seen of it
	 * @return whether it is gone
	 * @throws IOException if it is still there
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
