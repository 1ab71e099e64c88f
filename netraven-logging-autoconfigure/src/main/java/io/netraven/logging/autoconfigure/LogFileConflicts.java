package io.netraven.logging.autoconfigure;

import io.netraven.logging.logback.LogbackBinding;
import io.netraven.logging.logback.LogbackLogFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reason why an application cannot have a log file.
 */
final class LogFileConflicts {

	private LogFileConflicts() {
	}

	/**
	 * Return the reason why an application cannot have a log file.
	 * @param path path of the file
	 * @param inUse file that another application uses, or {@code null}
	 * @return the reason with what to do, or {@code null} if there is none
	 */
	static @Nullable String find(String path, @Nullable LogbackLogFile inUse) {
		if (!LogbackBinding.isPresent()) {
			return "Log file %s is not written: it needs Logback, and this application logs with something else. "
				.formatted(path) + "Remove the other logging system or netraven.logging.file.";
		}
		if (inUse != null && !inUse.isSameFile(path)) {
			return "Log file %s is not written: another application in this process already writes %s. The lines of "
				.formatted(path, inUse.settings().file())
					+ "both are in that file. Give both the same netraven.logging.file, or a process each.";
		}
		if (LogbackBinding.isWrittenByAnAppender(path)) {
			return "Log file %s is named by netraven.logging.file and by logging.file.name (or logging.file.path, or "
				.formatted(path)
					+ "an appender in a Logback configuration). It is written once, by the latter, which does not "
					+ "survive an outage of the disk. Remove one of the two.";
		}
		return null;
	}

}
