package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The user that this process runs as, described for an operator.
 *
 * @param words part of a sentence
 * @param ids argument for chown
 */
record ProcessOwner(String words, String ids) {

	private static final Path SELF = Path.of("/proc/self");

	private static final String UIDS = "Uid:";

	/**
	 * Read once: it does not change while the process lives.
	 */
	private static volatile @Nullable Integer uid;

	/**
	 * Finds the user that the operating system takes as the owner of new files.
	 * @return the number of the user, or {@code null} if it is not known
	 */
	static @Nullable Integer uid() {
		Integer known = uid;
		if (known == null) {
			known = readUid();
			uid = known;
		}
		return known;
	}

	private static @Nullable Integer readUid() {
		try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
			return lines.filter((line) -> line.startsWith(UIDS))
				.map((line) -> Integer.valueOf(line.substring(line.lastIndexOf('\t') + 1)))
				.findFirst()
				.orElse(null);
		}
		catch (IOException | UncheckedIOException | NumberFormatException ex) {
			return null;
		}
	}

	static ProcessOwner current() {
		try {
			Object uid = Files.getAttribute(SELF, "unix:uid");
			Object gid = Files.getAttribute(SELF, "unix:gid");
			return new ProcessOwner("uid %s, gid %s".formatted(uid, gid), "%s:%s".formatted(uid, gid));
		}
		catch (IOException | UnsupportedOperationException | IllegalArgumentException ex) {
			String user = System.getProperty("user.name", "unknown");
			return new ProcessOwner("user " + user, user);
		}
	}

	@Override
	public String toString() {
		return this.words;
	}

}
