package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates new files and folders, with an exact mode if the file system has modes.
 */
final class NewFiles {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwxr-x---");

	private final Refinements refinements;

	private final Refusals refusals;

	NewFiles(Refinements refinements, Refusals refusals) {
		this.refinements = refinements;
		this.refusals = refusals;
	}

	void createFolders(Path folder) throws IOException {
		Files.createDirectories(folder, mode(FOLDER_MODE));
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
