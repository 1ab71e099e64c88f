package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds what this process has open. Supported on Linux only.
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

	/**
	 * Lists the descriptors of this process.
	 * @return their paths, which lead to the open files whatever their names are; none if
	 * the operating system does not tell
	 */
	static Set<Path> descriptors() {
		Set<Path> descriptors = new HashSet<>();
		try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
			open.forEach(descriptors::add);
		}
		catch (IOException | DirectoryIteratorException ex) {
			return Set.of();
		}
		// that of this listing is closed by now, and its number may be used again
		descriptors.removeIf((descriptor) -> Files.notExists(descriptor, LinkOption.NOFOLLOW_LINKS));
		return descriptors;
	}

	/**
	 * Finds a descriptor of a file that was opened lately.
	 * @param key the key of the file
	 * @param before the descriptors before it was opened
	 * @return the path of the descriptor, or {@code null} if none of the new ones is of
	 * that file
	 */
	static @Nullable Path newDescriptor(Object key, Set<Path> before) {
		for (Path descriptor : descriptors()) {
			if (!before.contains(descriptor) && names(descriptor, key)) {
				return descriptor;
			}
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
