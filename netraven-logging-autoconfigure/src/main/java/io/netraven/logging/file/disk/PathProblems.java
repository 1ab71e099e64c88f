package io.netraven.logging.file.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Diagnoses why a path cannot be opened as a log file. Accesses the disk, so it must be
 * called by the file thread only.
 */
public final class PathProblems {

	private PathProblems() {
	}

	public static WriteDiagnosis of(Path path, IOException ex) {
		Path blocker = firstThatExists(path);
		if (!blocker.equals(path) && !Files.isDirectory(blocker)) {
			if (Files.isSymbolicLink(blocker)) {
				return new WriteDiagnosis("%s is a link that leads to no folder".formatted(blocker),
						"Create the folder that it links to, or remove the link: ls -l '%s'".formatted(blocker));
			}
			return new WriteDiagnosis("%s is a file, so %s cannot be below it".formatted(blocker, path),
					"Point netraven.logging.file to a path whose folders are folders.");
		}
		if (isAccessDenied(ex)) {
			return accessDenied(path, blocker);
		}
		return IoProblems.of(path.toString(), ex);
	}

	private static boolean isAccessDenied(IOException ex) {
		return ex instanceof AccessDeniedException
				|| (ex instanceof FileNotFoundException && IoProblems.says(ex, "Permission denied"))
				|| (ex instanceof FileSystemException && IoProblems.says(ex, "Operation not permitted"));
	}

	private static WriteDiagnosis accessDenied(Path path, Path blocker) {
		FileOwner owner = FileOwner.of(blocker);
		ProcessOwner process = ProcessOwner.current();
		String what = (Files.isDirectory(blocker)) ? "folder" : "file";
		String reason = "the %s %s belongs to %s, and this process, running as %s, may not write to it".formatted(what,
				blocker, owner, process);
		if (blocker.equals(path)) {
			return new WriteDiagnosis(reason, "As root, where that file is (in a container: on the host): chown %s '%s'"
				.formatted(process.ids(), path));
		}
		return new WriteDiagnosis(reason,
				"As root, where that folder is (in a container: on the host, the folder that is mounted): chown %s '%s'"
					.formatted(process.ids(), blocker));
	}

	private static Path firstThatExists(Path path) {
		Path candidate = path;
		while (candidate.getParent() != null && !Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
			candidate = candidate.getParent();
		}
		return candidate;
	}

	public static WriteDiagnosis illegalPath(String file, InvalidPathException ex) {
		return new WriteDiagnosis(
				"'%s' is no legal path: %s".formatted(printable(file), printable(String.valueOf(ex.getReason()))),
				"Correct netraven.logging.file.");
	}

	public static WriteDiagnosis unresolvedPlaceholder(String file) {
		return new WriteDiagnosis("'%s' holds a placeholder that nothing resolves".formatted(printable(file)),
				"Set it, or give it a default in netraven.logging.file, such as ${HOSTNAME:local}.");
	}

	public static WriteDiagnosis tilde(String file) {
		return new WriteDiagnosis("'%s' begins with '~', which only a shell understands".formatted(printable(file)),
				"Write ${user.home} in netraven.logging.file instead.");
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
				"Create the file that it links to, or remove the link: ls -l '%s'".formatted(path));
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
				"See what it is: ls -l '%s'. If it is yours, as root, where it is (in a container: on the host): "
					.formatted(path) + "chown -h %s '%s'; if not, remove it.".formatted(process.ids(), path));
	}

	public static WriteDiagnosis secondName(Path path) {
		return new WriteDiagnosis(
				"%s has a second name (a hard link), and others than this process may create files in its folder"
					.formatted(path),
				"See which names it has: find / -xdev -samefile '%s'. Remove the one that is not meant."
					.formatted(path));
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

	private static String printable(String text) {
		return text.replaceAll("\\p{Cntrl}", "?");
	}

}
