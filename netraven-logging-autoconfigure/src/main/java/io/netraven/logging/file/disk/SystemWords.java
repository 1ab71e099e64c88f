package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * How the operating system words errors in the language of this process. The JVM passes
 * on these words alone and no number, so the errors are provoked once, where no device
 * can hang.
 */
final class SystemWords {

	private static final boolean UNIX = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

	private static final Path FULL = Path.of("/dev/full");

	/**
	 * Writes to a device that is always full.
	 */
	static final String NO_SPACE = learn(() -> {
		if (Files.readAttributes(FULL, BasicFileAttributes.class).isOther()) {
			try (OutputStream full = Files.newOutputStream(FULL, StandardOpenOption.WRITE)) {
				full.write(0);
			}
		}
	}, "No space left");

	static final String NAME_TOO_LONG = learn(
			() -> Files.readAttributes(Path.of("/" + "x".repeat(300)), BasicFileAttributes.class), "name too long");

	/**
	 * Words of the JDK itself, in any language.
	 */
	static final String LOOP = "unable to access attributes of symbolic link";

	private SystemWords() {
	}

	private static String learn(Provocation provocation, String english) {
		try {
			provocation.run();
			return english;
		}
		catch (IOException ex) {
			String words = ErrorWords.reason(ex);
			return (words != null && UNIX) ? words : english;
		}
	}

	/**
	 * A call that fails.
	 */
	@FunctionalInterface
	private interface Provocation {

		void run() throws IOException;

	}

}
