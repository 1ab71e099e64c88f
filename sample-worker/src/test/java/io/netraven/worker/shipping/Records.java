package io.netraven.worker.shipping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The records in files, by their start and number, and how often each of them is there.
 *
 * @param counts how often, by start and number
 */
record Records(Map<String, Integer> counts) {

	private static final Pattern TEXT = Pattern.compile("\\[([0-9a-z]{8})-(\\d+)] ");

	private static final Pattern ECS = Pattern.compile("\"sequence\":(\\d+).*?\"start\":\"([0-9a-z]{8})\"");

	/**
	 * Read the live files and their archives. A file that gets another name meanwhile is
	 * looked for again.
	 * @param folder the folder of the live files
	 * @return their records
	 */
	static Records inLogs(Path folder) throws IOException {
		while (true) {
			try (Stream<Path> files = Files.list(folder)) {
				return in(files.filter((file) -> !file.getFileName().toString().startsWith(".")));
			}
			catch (UncheckedIOException ex) {
				if (!(ex.getCause() instanceof NoSuchFileException)) {
					throw ex;
				}
			}
		}
	}

	static Records in(Path file) {
		return in(Stream.of(file).filter(Files::exists));
	}

	private static Records in(Stream<Path> files) {
		Map<String, Integer> counts = new HashMap<>();
		files.flatMap((file) -> read(file).lines()).forEach((line) -> {
			String key = key(line);
			if (!key.isEmpty()) {
				counts.merge(key, 1, Integer::sum);
			}
		});
		return new Records(counts);
	}

	private static String read(Path file) {
		try (InputStream stream = Files.newInputStream(file)) {
			InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String key(String line) {
		Matcher ecs = ECS.matcher(line);
		if (ecs.find()) {
			return ecs.group(2) + "-" + ecs.group(1);
		}
		Matcher text = TEXT.matcher(line);
		return text.find() ? text.group(1) + "-" + text.group(2) : "";
	}

	int size() {
		return this.counts.size();
	}

	long missingIn(Records others) {
		return this.counts.keySet().stream().filter((key) -> !others.counts.containsKey(key)).count();
	}

	long starts() {
		return this.counts.keySet().stream().map((key) -> key.substring(0, 8)).distinct().count();
	}

	/**
	 * Count the numbers that are missing between 1 and the highest of each start.
	 * @return how many
	 */
	long holes() {
		Map<String, Long> highest = new HashMap<>();
		this.counts.keySet()
			.forEach((key) -> highest.merge(key.substring(0, 8), Long.parseLong(key.substring(9)), Math::max));
		return highest.values().stream().mapToLong(Long::longValue).sum() - this.counts.size();
	}

	long doubled() {
		return this.counts.values().stream().mapToLong((count) -> count - 1).sum();
	}

}
