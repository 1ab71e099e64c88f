package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * Finds the present path of a file that this process has open. Supported on Linux only.
 */
final class OpenFileNames {

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	private OpenFileNames() {
	}

	static @Nullable Path of(Object key) {
		try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
			for (Path file : open) {
				if (names(file, key)) {
					boolean deleted = Files.getAttribute(file, "unix:nlink").equals(0);
					return (deleted) ? Path.of("") : Files.readSymbolicLink(file);
				}
			}
		}
		catch (IOException | UnsupportedOperationException | IllegalArgumentException ex) {
			// there is no such folder, or its entries cannot be read
		}
		return null;
	}

	private static boolean names(Path file, Object key) {
		try {
			return key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
		}
		catch (IOException ex) {
			return false;
		}
	}

}
