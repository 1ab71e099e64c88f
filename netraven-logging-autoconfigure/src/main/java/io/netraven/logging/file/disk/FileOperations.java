package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Everything that the engine asks of the operating system's files. Any of these calls may
 * fail and any of them may never return, so none is made under a lock.
 *
 * @author NetRaven maintainers
 */
public interface FileOperations {

	/**
	 * Look at what a path names, through links.
	 * @param path the path
	 * @return what is there
	 * @throws java.nio.file.NoSuchFileException if nothing is there
	 * @throws IOException if it cannot be looked at
	 */
	FileFacts look(Path path) throws IOException;

	/**
	 * Look at what has a name itself: a link is not followed.
	 * @param path the path
	 * @return what is there
	 * @throws java.nio.file.NoSuchFileException if nothing is there
	 * @throws IOException if it cannot be looked at
	 */
	FileFacts lookAtEntry(Path path) throws IOException;

	boolean isLink(Path path);

	void createFolders(Path folder) throws IOException;

	/**
	 * Create an empty file that was not there.
	 * @param path the path
	 * @param permissions its exact mode
	 * @throws IOException if it is there or cannot be created
	 */
	void create(Path path, Set<PosixFilePermission> permissions) throws IOException;

	/**
	 * Open a file that is there for appending.
	 * @param path the path
	 * @return the open file
	 * @throws IOException if it cannot be opened
	 */
	OpenFile open(Path path) throws IOException;

	byte[] read(Path path, long position, int length) throws IOException;

	/**
	 * Find out what has become of a file that this process has open.
	 * @param key its key
	 * @return its present name, an empty path if it was deleted, or {@code null} where
	 * the operating system does not tell
	 */
	@Nullable Path nameOf(Object key);

	InputStream read(Path path) throws IOException;

	long freeSpace(Path path) throws IOException;

	/**
	 * Go through the names in a folder, in no order. They are not kept, however many
	 * there are.
	 * @param folder the folder
	 * @param visitor called for each name
	 * @throws IOException if the folder cannot be read to its end, or the visitor fails
	 */
	void list(Path folder, NameVisitor visitor) throws IOException;

	/**
	 * Rename a file in one step, over one that is there.
	 * @param source its name
	 * @param target its new name
	 * @throws IOException if it keeps its name
	 */
	void rename(Path source, Path target) throws IOException;

	/**
	 * Delete a file if it is there.
	 * @param path the file
	 * @throws IOException if it is still there
	 */
	void delete(Path path) throws IOException;

	/**
	 * Create a file that shows whether its maker is alive.
	 * @param path the path
	 * @param permissions its exact mode
	 * @return the file, open for writing
	 * @throws java.nio.file.FileAlreadyExistsException if it is there
	 * @throws IOException if it cannot be created
	 */
	TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException;

	/**
	 * Delete a temporary file unless the process that made it is alive.
	 * @param path the file
	 * @return {@code false} if the file system does not tell whether it is alive
	 * @throws IOException if it cannot be deleted
	 */
	boolean deleteIfAbandoned(Path path) throws IOException;

	/**
	 * Return what the file system has refused of the calls that only refine: everything
	 * else was done. Touches no disk.
	 * @return words for each of them
	 */
	List<String> refused();

	/**
	 * Takes the names in a folder.
	 */
	@FunctionalInterface
	interface NameVisitor {

		void visit(String name) throws IOException;

	}

}
