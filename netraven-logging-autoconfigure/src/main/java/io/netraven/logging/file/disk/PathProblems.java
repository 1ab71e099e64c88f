package io.netraven.logging.file.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Diagnoses why a path cannot be opened as a log file. Accesses the disk, so it must be
 * called by the file thread only.
 */
public final class PathProblems {

	private PathProblems() {
	}

	/**
	 * Diagnoses an attempt to open or create a file.
	 * @param path the path
	 * @param live the path of the live file, which may be another one
	 * @param permissions the mode of new files
	 * @param ex how it has failed
	 * @return the diagnosis
	 */
	public static WriteDiagnosis of(Path path, Path live, Set<PosixFilePermission> permissions, IOException ex) {
		if (ProcessLimits.isOutOfDescriptors()) {
			return ProcessLimits.descriptors(path.toString());
		}
		Path blocker = firstThatExists(path);
		if (!blocker.equals(path) && !Files.isDirectory(blocker)) {
			if (Files.isSymbolicLink(blocker)) {
				return new WriteDiagnosis("%s is a link that leads to no folder".formatted(blocker),
						"Create the folder that it links to, or remove the link: ls -l " + ShellText.quote(blocker));
			}
			return new WriteDiagnosis("%s is a file, so %s cannot be below it".formatted(blocker, path),
					"Point netraven.logging.file to a path whose folders are folders.");
		}
		if (isAccessDenied(ex)) {
			return new AccessDenial(path, live, blocker, permissions).diagnosis(ex);
		}
		Mount mount = Mount.of(blocker);
		if (mount != null && mount.isReadOnly()) {
			return IoProblems.readOnly(path.toString(), mount);
		}
		return (IoProblems.says(ex, SystemWords.NO_SPACE) && hasFreeBytes(blocker)) ? noInodes(path)
				: IoProblems.of(path.toString(), ex);
	}

	private static boolean isAccessDenied(IOException ex) {
		return ex instanceof AccessDeniedException
				|| (ex instanceof FileNotFoundException && IoProblems.says(ex, "Permission denied"))
				|| (ex instanceof FileSystemException && IoProblems.says(ex, IoProblems.NOT_PERMITTED));
	}

	private static boolean hasFreeBytes(Path path) {
		try {
			return Files.getFileStore(path).getUsableSpace() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static WriteDiagnosis noInodes(Path path) {
		Path folder = (path.getParent() != null) ? path.getParent() : path;
		return new WriteDiagnosis("no inodes are left on the volume of %s, though it has free space".formatted(path),
				"Remove files that are not needed there, many small ones: df -i " + ShellText.quote(folder));
	}

	private static Path firstThatExists(Path path) {
		Path candidate = path;
		while (candidate.getParent() != null && !Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
			candidate = candidate.getParent();
		}
		return candidate;
	}

	/**
	 * Returns a path as it has to stand in a command.
	 * @param path the path
	 * @return the path, quoted if necessary
	 */
	public static String quoted(Path path) {
		return ShellText.quote(path);
	}

	public static WriteDiagnosis folder(Path path) {
		return new WriteDiagnosis("%s is a folder".formatted(path),
				"Name a file in netraven.logging.file, such as %s.".formatted(path.resolve("worker.log")));
	}

	public static WriteDiagnosis noRegularFile(Path path) {
		return new WriteDiagnosis("%s is no regular file but a FIFO, a socket or a device".formatted(path),
				"Name a regular file in netraven.logging.file.");
	}

	public static WriteDiagnosis danglingLink(Path path) {
		return new WriteDiagnosis("%s is a link to a file that does not exist".formatted(path),
				"Create the file that it links to, or remove the link: ls -l " + ShellText.quote(path));
	}

	/**
	 * Describes a file or a link at the path that a stranger has made.
	 * @param path the path
	 * @return the diagnosis
	 */
	public static WriteDiagnosis foreign(Path path) {
		ProcessOwner process = ProcessOwner.current();
		return new WriteDiagnosis(
				"%s belongs to %s, others than this process, running as %s, may create files in its folder, and so it "
					.formatted(path, FileOwner.of(path), process) + "may be a stranger's",
				"See what it is: ls -l %1$s. If it is not the log's, remove it. If it is: "
					.formatted(ShellText.quote(path))
						+ RootCommand.on(path, "chown -h %s %s".formatted(process.ids(), ShellText.quote(path))));
	}

	public static WriteDiagnosis secondName(Path path) {
		Mount mount = Mount.of(path);
		return new WriteDiagnosis(
				"%s has a second name (a hard link), and others than this process may create files in its folder"
					.formatted(path),
				"See which names it has, and remove the one that is not meant: find %s -xdev -samefile %s"
					.formatted(ShellText.quote((mount != null) ? mount.point() : "/"), ShellText.quote(path)));
	}

	public static WriteDiagnosis exchanged(Path path) {
		return new WriteDiagnosis("%s names another file each time that it is opened".formatted(path),
				"Find out who exchanges it, and use a folder that only this process may write to.");
	}

	public static WriteDiagnosis untrustedFolder(Path path, String weakness) {
		return new WriteDiagnosis("%s, and netraven.logging.untrusted-folder is refuse".formatted(weakness),
				"Use a folder that only this process and its group may write to, such as %s; or set "
					.formatted(path.resolveSibling("worker").resolve(path.getFileName()))
						+ "netraven.logging.untrusted-folder to note.");
	}

}
