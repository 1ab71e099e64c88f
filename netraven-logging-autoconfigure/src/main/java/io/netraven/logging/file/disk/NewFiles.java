package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates new files and folders, with an exact mode if the file system has modes.
 */
final class NewFiles {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private final Refinements refinements;

	private final Refusals refusals;

	NewFiles(Refinements refinements, Refusals refusals) {
		this.refinements = refinements;
		this.refusals = refusals;
	}

	/**
	 * Creates a folder and those above it that are missing.
	 * @param folder the folder
	 * @param permissions the mode of the files in it
	 * @throws IOException if it cannot be created
	 */
	void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		if (Files.isDirectory(folder)) {
			return;
		}
		Path above = folder.getParent();
		if (above != null) {
			createFolders(above, permissions);
		}
		Set<PosixFilePermission> folderMode = folderMode(permissions);
		try {
			Files.createDirectory(folder, mode(folderMode));
		}
		catch (FileAlreadyExistsException ex) {
			if (!Files.isDirectory(folder)) {
				throw ex;
			}
			return;
		}
		if (POSIX) {
			refineMode(folder, folderMode);
		}
	}

	/**
	 * Returns the mode of a folder: whoever may read the files may enter it and list
	 * them, and a group that may write them may archive them.
	 * @param permissions the mode of the files
	 * @return the mode of their folder
	 */
	static Set<PosixFilePermission> folderMode(Set<PosixFilePermission> permissions) {
		Set<PosixFilePermission> mode = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
				PosixFilePermission.OWNER_EXECUTE);
		if (permissions.contains(PosixFilePermission.GROUP_READ)) {
			mode.add(PosixFilePermission.GROUP_READ);
			mode.add(PosixFilePermission.GROUP_EXECUTE);
		}
		if (permissions.contains(PosixFilePermission.GROUP_WRITE)) {
			mode.add(PosixFilePermission.GROUP_WRITE);
			mode.add(PosixFilePermission.GROUP_EXECUTE);
		}
		if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
			mode.add(PosixFilePermission.OTHERS_READ);
			mode.add(PosixFilePermission.OTHERS_EXECUTE);
		}
		return mode;
	}

	/**
	 * Creates a new file.
	 * @param path the path
	 * @param permissions its exact mode, whatever the umask
	 * @return the file, open for writing
	 * @throws IOException if the file exists or cannot be created
	 */
	FileChannel create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				mode(permissions));
		if (POSIX) {
			refineMode(path, permissions);
		}
		return channel;
	}

	private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
		return (POSIX) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
				: new FileAttribute<?>[0];
	}

	/**
	 * Sets the mode if the umask of the process has removed some of it.
	 * @param path the new file
	 * @param permissions its mode
	 */
	private void refineMode(Path path, Set<PosixFilePermission> permissions) {
		try {
			if (!this.refinements.mode(path).equals(permissions)) {
				this.refinements.setMode(path, permissions);
			}
			this.refusals.granted(Refusals.MODE);
		}
		catch (IOException | UnsupportedOperationException ex) {
			this.refusals.refused(Refusals.MODE);
		}
	}

}
