package io.netraven.logging.file.disk;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Diagnoses limits of the process. Where it runs in no container, the cure raises them
 * without a restart. Thread-safe; accesses no disk.
 */
final class ProcessLimits {

	private static final String NOTHING = "/dev/null";

	private ProcessLimits() {
	}

	/**
	 * Returns whether nothing can be opened: not even what is certainly there.
	 * @return {@code false} also where that cannot be tried
	 */
	static boolean isOutOfDescriptors() {
		try (FileInputStream nothing = new FileInputStream(NOTHING)) {
			return nothing.read() > 0;
		}
		catch (FileNotFoundException ex) {
			return Files.isReadable(Path.of(NOTHING)) && !ErrorWords.say(ex, "in system");
		}
		catch (IOException ex) {
			return false;
		}
	}

	static WriteDiagnosis descriptors(String file) {
		return new WriteDiagnosis(
				"this process may have no more files open (ulimit -n), so %s cannot be opened".formatted(file),
				raise("See what it has open: ls -l /proc/%d/fd.", "nofile",
						"$((2 * $(prlimit --pid %d --nofile -o SOFT --noheadings)))"));
	}

	static WriteDiagnosis fileSize(String file) {
		return new WriteDiagnosis(
				"%s has the size that a file of this process (ulimit -f) or of its file system may have"
					.formatted(file),
				raise("See the limits: cat /proc/%d/limits.", "fsize", "unlimited"));
	}

	private static String raise(String look, String limit, String value) {
		long pid = ProcessHandle.current().pid();
		if (Container.current() != null) {
			return "Start the container with a higher limit: --ulimit %s=..., in Compose ulimits.".formatted(limit);
		}
		return "%s Raise the limit where the process is started, too. As root: prlimit --pid %d --%s=%s"
			.formatted(look.formatted(pid), pid, limit, value.formatted(pid));
	}

}
