package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user that this process runs as, described for an operator.
 *
 * @param words part of a sentence
 * @param ids argument for chown
 */
record ProcessOwner(String words, String ids) {

	private static final Path SELF = Path.of("/proc/self");

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
