package io.netraven.logging.file.live;

import java.nio.file.Path;

import io.netraven.logging.file.disk.FileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Describes what has become of the lines in a file that was removed, renamed, covered or
 * truncated. Accesses the disk, so it must be called by the file thread only.
 */
public final class LeftFile {

	private LeftFile() {
	}

	/**
	 * Describes a file that its path no longer names.
	 * @param file the file, which must still be open
	 * @param path the path
	 * @param operations finds the present name of the file
	 * @return a sentence without a period
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
			return "it was removed, and its %d bytes with it, ".formatted(bytes) + rescued(file, lines);
		}
		if (name.equals(path)) {
			return "another volume covers it; its %d bytes are below that, %s included".formatted(bytes, lines);
		}
		return "it is %s now, with all of its %d bytes, %s included".formatted(name, bytes, lines);
	}

	private static String rescued(LiveFile file, String lines) {
		String included = lines + " included";
		String problem = file.rescueProblem();
		if (problem != null) {
			included += ": %d bytes of these are written again, the others cannot be: %s".formatted(file.rescued(),
					problem);
		}
		else if (file.rescued() > 0) {
			included += ": these %d bytes are written again, at the head of the new file".formatted(file.rescued());
		}
		return included;
	}

	public static String cut(LiveFile file, long missing, long size) {
		return "it was cut to %d bytes, and at least %d bytes are gone; %s written since it was last seen whole"
			.formatted(size, missing, lines(file.linesSinceSeen()));
	}

	private static String lines(long count) {
		return (count == 1) ? "1 line" : count + " lines";
	}

}
