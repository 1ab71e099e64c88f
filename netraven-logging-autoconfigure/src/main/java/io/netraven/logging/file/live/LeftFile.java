package io.netraven.logging.file.live;

import java.nio.file.Path;

import io.netraven.logging.file.disk.FileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Says what has become of a file that its path does not name any more, and of the lines
 * in it. Looks at the disk, so only the file thread may ask.
 *
 * @author NetRaven maintainers
 */
public final class LeftFile {

	private LeftFile() {
	}

	/**
	 * Describe a file that its path has left.
	 * @param file the file, still open
	 * @param path the path
	 * @param operations finds the file's present name
	 * @return a sentence
	 */
	public static String left(LiveFile file, Path path, FileOperations operations) {
		Object key = file.key();
		Path name = (key != null) ? operations.nameOf(key) : null;
		return sentence(file, path, name) + "; new lines go to a new file of the configured name";
	}

	private static String sentence(LiveFile file, Path path, @Nullable Path name) {
		long bytes = file.size().end();
		String lines = lines(file.linesSinceSeen()) + " written since it was last seen in its place";
		if (name == null) {
			return "it was removed or renamed, or another volume covers it; its %d bytes went with it, %s included"
				.formatted(bytes, lines);
		}
		if (name.toString().isEmpty()) {
			return "it was removed, and its %d bytes with it, %s included".formatted(bytes, lines);
		}
		if (name.equals(path)) {
			return "another volume covers it; its %d bytes are below that, %s included".formatted(bytes, lines);
		}
		return "it is %s now, with all of its %d bytes, %s included".formatted(name, bytes, lines);
	}

	public static String cut(LiveFile file, long missing, long size) {
		return "it was cut to %d bytes, and at least %d bytes are gone; %s written since it was last seen whole"
			.formatted(size, missing, lines(file.linesSinceSeen()));
	}

	private static String lines(long count) {
		return (count == 1) ? "1 line" : count + " lines";
	}

}
