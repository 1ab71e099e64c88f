package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whether a folder is a log's own, so that it may be given to the user of the log.
 */
enum LogFolder {

	/**
	 * It is empty, or has nothing but the log.
	 */
	OWN,

	/**
	 * It has other things, or belongs to the system.
	 */
	SHARED,

	/**
	 * It cannot be listed.
	 */
	UNKNOWN;

	private static final Set<String> OF_THE_SYSTEM = Set.of("bin", "boot", "dev", "etc", "home", "lib", "lib64",
			"media", "mnt", "opt", "proc", "root", "run", "sbin", "srv", "sys", "tmp", "usr", "var");

	/**
	 * Folders of the system whose own folders are of the system, too.
	 */
	private static final Set<String> WITH_FOLDERS_OF_THE_SYSTEM = Set.of("home", "run", "usr", "var");

	private static final String LOST_AND_FOUND = "lost+found";

	static LogFolder of(Path folder, Path file) {
		if (isOfTheSystem(folder)) {
			return SHARED;
		}
		String name = file.getFileName().toString();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				if (!isOfTheLog(entry.getFileName().toString(), name)) {
					return SHARED;
				}
			}
			return OWN;
		}
		catch (IOException | DirectoryIteratorException ex) {
			return UNKNOWN;
		}
	}

	private static boolean isOfTheSystem(Path folder) {
		int depth = folder.getNameCount();
		return depth == 0 || (depth == 1 && OF_THE_SYSTEM.contains(folder.getName(0).toString()))
				|| (depth == 2 && WITH_FOLDERS_OF_THE_SYSTEM.contains(folder.getName(0).toString()));
	}

	private static boolean isOfTheLog(String entry, String file) {
		return entry.equals(file) || entry.startsWith(file + ".") || entry.startsWith("." + file)
				|| entry.equals(LOST_AND_FOUND);
	}

}
