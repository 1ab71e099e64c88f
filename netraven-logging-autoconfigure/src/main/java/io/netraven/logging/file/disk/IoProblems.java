package io.netraven.logging.file.disk;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Diagnoses errors of the operating system from their messages alone: the JVM passes on
 * no number. Most of the words are English, whatever the language of the process; see
 * {@link SystemWords} for those that are learnt. Thread-safe; accesses no disk.
 */
public final class IoProblems {

	static final String NOT_PERMITTED = "Operation not permitted";

	/**
	 * Initialized with this class, because there may be no memory for it later.
	 */
	private static final List<KnownError> KNOWN = KnownError.ALL;

	private IoProblems() {
	}

	public static WriteDiagnosis of(String file, IOException ex) {
		String words = words(ex);
		if (says(ex, "Too many open files") && !says(ex, "in system")) {
			return ProcessLimits.descriptors(file);
		}
		if (says(ex, "File too large")) {
			return ProcessLimits.fileSize(file);
		}
		for (KnownError error : KNOWN) {
			if (error.isMeantBy(words)) {
				return error.on(file);
			}
		}
		return new WriteDiagnosis("the operating system refuses %s: %s".formatted(file, words),
				"Look at the volume that it is on: dmesg, df -h, mount.");
	}

	/**
	 * Describes a mount that is read-only.
	 * @param file path of the file
	 * @param mount the mount
	 * @return the diagnosis
	 */
	static WriteDiagnosis readOnly(String file, Mount mount) {
		String cure = (Container.current() != null)
				? "Mount it writable: without ':ro' in Docker or Compose, without readOnly in Kubernetes."
				: "If it has become so by itself, see dmesg. As root: mount " + mount.writableAgain();
		return new WriteDiagnosis("%s is on a file system that is mounted read-only".formatted(file), cure);
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
		return ErrorWords.say(ex, words);
	}

	public static String words(IOException ex) {
		return ErrorWords.of(ex);
	}

}
