package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Owner and mode of a file, described for an operator.
 *
 * @param words part of a sentence
 */
record FileOwner(String words) {

	static FileOwner of(Path path) {
		try {
			PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
			return new FileOwner("%s:%s (uid %s, gid %s) with mode %s".formatted(attributes.owner().getName(),
					attributes.group().getName(), Files.getAttribute(path, "unix:uid"),
					Files.getAttribute(path, "unix:gid"), PosixFilePermissions.toString(attributes.permissions())));
		}
		catch (IOException | UnsupportedOperationException | IllegalArgumentException ex) {
			return new FileOwner("somebody else");
		}
	}

	@Override
	public String toString() {
		return this.words;
	}

}
