package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.stream.Stream;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Diagnoses errors of the operating system from their messages alone. Thread-safe; does
 * not access the disk.
 */
public final class IoProblems {

	private IoProblems() {
	}

	public static WriteDiagnosis of(String file, IOException ex) {
		if (says(ex, "No space left")) {
			return new WriteDiagnosis("there is no space left for " + file,
					"Free space or inodes on that volume: df -h, df -i.");
		}
		if (says(ex, "quota")) {
			return new WriteDiagnosis("the disk quota for %s is used up".formatted(file),
					"Raise the quota or remove files.");
		}
		if (says(ex, "Read-only file system")) {
			return new WriteDiagnosis("%s is on a file system that is mounted read-only".formatted(file),
					"Mount it writable (in a container: without ':ro').");
		}
		if (says(ex, "name too long")) {
			return new WriteDiagnosis("the name of %s is too long for its file system".formatted(file),
					"Shorten netraven.logging.file.");
		}
		if (says(ex, "symbolic links") || says(ex, "file system loop")) {
			return new WriteDiagnosis("%s is a link that leads back to itself".formatted(file),
					"Remove the link: ls -l.");
		}
		return new WriteDiagnosis("the operating system refuses %s: %s".formatted(file, words(ex)),
				"Look at the volume that it is on: dmesg, df -h, mount.");
	}

	public static WriteDiagnosis brokenOff(String file) {
		return new WriteDiagnosis("a write to %s was broken off by an error in the JVM".formatted(file),
				"Nothing to do if it does not come again; it is tried again at once.");
	}

	public static WriteDiagnosis unexpected(String file, Throwable ex) {
		return new WriteDiagnosis("writing %s met an unexpected error: %s".formatted(file, ex),
				"Report it, with this line; it is tried again.");
	}

	public static WriteDiagnosis stalled(String file, String operation) {
		return new WriteDiagnosis("%s %s does not return".formatted(operation, file),
				"Look at the volume that it is on: dmesg, and whether its server or device answers.");
	}

	/**
	 * Returns whether an error means that the disk has failed, rather than that it does
	 * not support the call.
	 * @param ex the error
	 * @return whether bytes may have been lost
	 */
	static boolean isOfTheDisk(IOException ex) {
		return Stream.of("Input/output error", "No space left", "quota", "Stale file handle", "Read-only file system")
			.anyMatch((words) -> says(ex, words));
	}

	public static boolean says(IOException ex, String words) {
		return words(ex).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
	}

	public static String words(IOException ex) {
		if (ex instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
			return fileSystem.getReason();
		}
		return (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
	}

}
