package io.netraven.logging.file.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What readers find in a row of files: whole lines and marked losses. Only the end of a
 * file that another one followed may be a fragment.
 */
final class FileContent {

	private static final String LOST = "lost ";

	private final List<String> entries = new ArrayList<>();

	FileContent(List<SteppedFile> files) {
		for (int i = files.size() - 1; i >= 0; i--) {
			String content = files.get(i).content();
			int end = content.lastIndexOf('\n') + 1;
			if (i == files.size() - 1 && end != content.length()) {
				throw new AssertionError("The last file ends in a fragment: " + content.substring(end));
			}
			List<String> lines = new ArrayList<>(content.substring(0, end).lines().toList());
			removeFragment(lines);
			this.entries.addAll(0, lines);
		}
	}

	private void removeFragment(List<String> lines) {
		if (!lines.isEmpty() && !this.entries.isEmpty()) {
			int last = lines.size() - 1;
			if (this.entries.get(0).startsWith(lines.get(last))) {
				lines.remove(last);
			}
		}
	}

	List<String> entries() {
		return mergeLosses(this.entries.stream());
	}

	/**
	 * Count the lines that were lost between two others.
	 * @param entries lines, markers of losses, or {@code null} for a loss of one line
	 * @return lines and one marker for each place
	 */
	static List<String> mergeLosses(Stream<@Nullable String> entries) {
		List<String> merged = new ArrayList<>();
		entries.forEach((entry) -> {
			long lost = lost(entry);
			int last = merged.size() - 1;
			if (lost > 0 && last >= 0 && merged.get(last).startsWith(LOST)) {
				merged.set(last, marker(lost(merged.get(last)) + lost));
			}
			else {
				merged.add((lost > 0) ? marker(lost) : entry);
			}
		});
		return merged;
	}

	static String marker(long lost) {
		return LOST + lost;
	}

	private static long lost(@Nullable String entry) {
		if (entry == null) {
			return 1;
		}
		return (entry.startsWith(LOST)) ? Long.parseLong(entry.split(" ")[1]) : 0;
	}

}
