package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All access of the engine to the files of the operating system. Any of these calls may
 * fail, and any may never return, so none must be made with a lock held.
 */
public interface FileOperations {

	/**
	 * Reads the attributes of the file that a path names, following links.
	 * @param path the path
	 * @return the facts of the file
	 * @throws java.nio.file.NoSuchFileException if there is no such file
	 * @throws IOException if its attributes cannot be read
	 */
	FileFacts look(Path path) throws IOException;

	/**
	 * Reads the attributes of a directory entry without following a link.
	 * @param path the path
	 * @return the facts of the entry
	 * @throws java.nio.file.NoSuchFileException if there is no such entry
	 * @throws IOException if its attributes cannot be read
	 */
	FileFacts lookAtEntry(Path path) throws IOException;

	boolean isLink(Path path);

	/**
	 * Creates a folder and those above it, as far as they are missing.
	 * @param folder the folder
	 * @param permissions the mode of the files in it, from which that of new folders
	 * follows, whatever the umask
	 * @throws IOException if it cannot be created
	 */
	void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException;

	/**
	 * Creates a new, empty file.
	 * @param path the path
	 * @param permissions its exact mode, whatever the umask
	 * @throws IOException if the file exists or cannot be created
	 */
	void create(Path path, Set<PosixFilePermission> permissions) throws IOException;

	/**
	 * Reads where a link leads.
	 * @param link the path of the link
	 * @return the path that it names, which may be another link
	 * @throws IOException if it cannot be read
	 */
	Path target(Path link) throws IOException;

	/**
	 * Opens an existing file for appending.
	 * @param path the path
	 * @param key the key of the file that is expected, with which a link is not followed
	 * and nothing else is opened; {@code null} to open whatever the path names
	 * @return the open file
	 * @throws java.nio.file.NoSuchFileException if the path names no such file now
	 * @throws IOException if it cannot be opened
	 */
	OpenFile open(Path path, @Nullable Object key) throws IOException;

	byte[] read(Path path, long position, int length) throws IOException;

	/**
	 * Finds the present path of a file that this process has open.
	 * @param key the key of the file
	 * @return its present path, an empty path if it was deleted, or {@code null} if the
	 * operating system does not tell
	 */
	@Nullable Path nameOf(Object key);

	/**
	 * Opens a file for reading without following a link.
	 * @param path the path
	 * @return its content
	 * @throws IOException if it cannot be opened
	 */
	InputStream read(Path path) throws IOException;

	/**
	 * Determines the free space of the volume that a path is on, or will be on: that of
	 * the closest folder that exists.
	 * @param path the path
	 * @return the free space in bytes
	 * @throws IOException if it is not known
	 */
	long freeSpace(Path path) throws IOException;

	/**
	 * Visits the names in a folder, in no particular order. They are not collected,
	 * however many there are.
	 * @param folder the folder
	 * @param visitor called for each name
	 * @throws IOException if the folder cannot be read completely, or the visitor fails
	 */
	void list(Path folder, NameVisitor visitor) throws IOException;

	/**
	 * Renames a file atomically, replacing an existing one.
	 * @param source the present path
	 * @param target the new path
	 * @throws IOException if the file cannot be renamed
	 */
	void rename(Path source, Path target) throws IOException;

	/**
	 * Gives a file a second name.
	 * @param file the present path
	 * @param name the second path
	 * @throws java.nio.file.FileAlreadyExistsException if the second path exists
	 * @throws IOException if the file cannot be given the name, or the file system has no
	 * links
	 */
	void link(Path file, Path name) throws IOException;

	/**
	 * Deletes a file if it exists.
	 * @param path the path
	 * @throws IOException if the file cannot be deleted
	 */
	void delete(Path path) throws IOException;

	/**
	 * Creates a temporary file that shows other processes whether this process is alive.
	 * @param path the path
	 * @param permissions its exact mode, whatever the umask
	 * @return the file, open for writing
	 * @throws java.nio.file.FileAlreadyExistsException if the file exists
	 * @throws IOException if the file cannot be created
	 */
	TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException;

	/**
	 * Deletes a temporary file unless the process that has created it is alive.
	 * @param path the path
	 * @return {@code false} if the file system cannot tell whether that process is alive
	 * @throws IOException if the file cannot be deleted
	 */
	boolean deleteIfAbandoned(Path path) throws IOException;

	/**
	 * Returns the optional calls that the file system refuses at present, see
	 * {@link Refinements}. Does not access the disk.
	 * @return a description of each of them
	 */
	List<String> refused();

	/**
	 * Visits the names in a folder.
	 */
	@FunctionalInterface
	interface NameVisitor {

		void visit(String name) throws IOException;

	}

}
