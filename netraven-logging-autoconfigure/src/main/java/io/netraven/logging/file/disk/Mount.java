package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mount, as {@code /proc/self/mountinfo} shows it to this process.
 *
 * @param root the folder of the file system that is mounted
 * @param point where it is mounted
 * @param options the options of the mount
 * @param type the type of the file system
 * @param source the device or server
 * @param fileSystemOptions the options of the file system
 */
record Mount(String root, String point, Set<String> options, String type, String source,
		Set<String> fileSystemOptions) {

	private static final Path TABLE = Path.of("/proc/self/mountinfo");

	private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

	private static final Set<String> OF_CONTAINERS = Set.of("overlay", "fuse-overlayfs", "aufs");

	/**
	 * Finds the mount that a path is on. The last one that covers it counts.
	 * @param path an absolute path
	 * @return the mount, or {@code null} if it is not known
	 */
	static @Nullable Mount of(Path path) {
		Path real = real(path);
		Mount found = null;
		for (Mount mount : all()) {
			if (real.startsWith(mount.point()) && (found == null || Path.of(mount.point()).startsWith(found.point()))) {
				found = mount;
			}
		}
		return found;
	}

	/**
	 * Follows the links of a path whose end may be missing.
	 * @param path the path
	 * @return the path without links
	 */
	private static Path real(Path path) {
		for (Path existing = path; existing != null; existing = existing.getParent()) {
			try {
				return existing.toRealPath().resolve(existing.relativize(path)).normalize();
			}
			catch (IOException ex) {
				// it is missing: the folder above may exist
			}
		}
		return path;
	}

	static List<Mount> all() {
		try (Stream<String> lines = Files.lines(TABLE)) {
			return lines.map(Mount::parse).toList();
		}
		catch (IOException | UncheckedIOException | IndexOutOfBoundsException ex) {
			return List.of();
		}
	}

	static Mount parse(String line) {
		String[] halves = line.split(" - ", 2);
		String[] mount = halves[0].split(" ");
		String[] fileSystem = halves[1].split(" ");
		return new Mount(unescape(mount[3]), unescape(mount[4]), options(mount[5]), fileSystem[0],
				unescape(fileSystem[1]), options(fileSystem[fileSystem.length - 1]));
	}

	private static Set<String> options(String list) {
		return Arrays.stream(list.split(",")).collect(Collectors.toUnmodifiableSet());
	}

	private static String unescape(String text) {
		return OCTAL.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
	}

	boolean isReadOnly() {
		return this.options.contains("ro") || this.fileSystemOptions.contains("ro");
	}

	/**
	 * Returns the arguments with which {@code mount} makes it writable.
	 * @return the arguments
	 */
	String writableAgain() {
		return "-o remount,%srw %s".formatted(this.fileSystemOptions.contains("ro") ? "" : "bind,",
				ShellText.quote(this.point));
	}

	boolean isOnNfs() {
		return this.type.startsWith("nfs");
	}

	boolean isRootOfAContainer() {
		return "/".equals(this.point) && OF_CONTAINERS.contains(this.type);
	}

	/**
	 * Describes where a path of this mount is outside of the container.
	 * @param path the path
	 * @return part of a sentence, or {@code null} if that cannot be known
	 */
	@Nullable String placeOnTheHost(Path path) {
		if (OF_CONTAINERS.contains(this.type) || "tmpfs".equals(this.type)) {
			return null;
		}
		Path below = Path.of(this.point).relativize(real(path));
		return "%s of %s".formatted(Path.of(this.root).resolve(below).normalize(), this.source);
	}

}
