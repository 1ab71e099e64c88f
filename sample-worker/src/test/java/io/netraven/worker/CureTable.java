package io.netraven.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The table of the faults that were made and of the cures that were run as printed, in
 * {@code target/cures.md}. Several JVMs add to it.
 */
final class CureTable {

	private static final Path FILE = Path.of("target/cures.md");

	private static final String HEAD = "| fault | printed cure, run as printed | file alive after |%n|---|---|---|%n"
		.formatted();

	private CureTable() {
	}

	/**
	 * Add a row.
	 * @param fault the fault that was made
	 * @param command the command that the warning had
	 * @param after time from the end of the command until lines were in the file
	 */
	static void add(String fault, String command, Duration after) {
		try {
			if (!Files.exists(FILE)) {
				Files.writeString(FILE, HEAD);
			}
			Files.writeString(FILE,
					"| %s | `%s` | %.1f s |%n".formatted(fault, command.replace("|", "\\|"), after.toMillis() / 1000.0),
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
