package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * As whom the operating system checks this process. Supported on Linux only.
 *
 * @param uid the user
 * @param gid the group
 * @param groups the other groups
 * @param overrides whether the modes of files do not bind it, as usual for root
 */
record Credentials(int uid, int gid, Set<Integer> groups, boolean overrides) {

	static final int READ = 4;

	static final int WRITE = 2;

	static final int SEARCH = 1;

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final int HEXADECIMAL = 16;

	/**
	 * CAP_DAC_OVERRIDE.
	 */
	private static final long OVERRIDE = 1 << 1;

	static @Nullable Credentials current() {
		try (Stream<String> lines = Files.lines(STATUS)) {
			return parse(lines.toList());
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

	static Credentials parse(List<String> status) {
		Map<String, String[]> fields = status.stream()
			.map((line) -> line.split(":\\s*", 2))
			.filter((field) -> field.length == 2)
			.collect(Collectors.toMap((field) -> field[0], (field) -> field[1].trim().split("\\s+"),
					(first, second) -> first));
		Set<Integer> groups = Arrays.stream(values(fields, "Groups"))
			.filter((group) -> !group.isEmpty())
			.map(Integer::valueOf)
			.collect(Collectors.toSet());
		long capabilities = Long.parseUnsignedLong(values(fields, "CapEff")[0], HEXADECIMAL);
		return new Credentials(last(fields, "Uid"), last(fields, "Gid"), groups, (capabilities & OVERRIDE) != 0);
	}

	private static String[] values(Map<String, String[]> fields, String name) {
		return fields.getOrDefault(name, new String[0]);
	}

	/**
	 * Returns the last number of a field: that of the file system.
	 * @param fields the fields
	 * @param name the name of the field
	 * @return the number
	 */
	private static int last(Map<String, String[]> fields, String name) {
		String[] values = values(fields, name);
		return Integer.parseInt(values[values.length - 1]);
	}

	/**
	 * Returns what this process may do by owner and mode.
	 * @param file the owner and the mode of a file
	 * @return the sum of {@link #READ}, {@link #WRITE} and {@link #SEARCH}
	 */
	int rightsOn(Ownership file) {
		if (this.overrides) {
			return READ | WRITE | SEARCH;
		}
		int shift = 0;
		if (owns(file)) {
			shift = 6;
		}
		else if (isInGroupOf(file)) {
			shift = 3;
		}
		return (file.permissions() >> shift) & (READ | WRITE | SEARCH);
	}

	boolean owns(Ownership file) {
		return file.uid() == this.uid;
	}

	boolean isInGroupOf(Ownership file) {
		return file.gid() == this.gid || this.groups.contains(file.gid());
	}

	/**
	 * Returns whose permissions of a file bind this process.
	 * @param file the owner and the mode of a file
	 * @return the letter that chmod has for them
	 */
	char classOn(Ownership file) {
		if (owns(file)) {
			return 'u';
		}
		return isInGroupOf(file) ? 'g' : 'o';
	}

	/**
	 * Returns the user and the group as chown takes them.
	 * @return the argument
	 */
	String ids() {
		return this.uid + ":" + this.gid;
	}

}
