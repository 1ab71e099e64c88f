package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.netraven.benchmarks.contender.NetravenLog;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import org.jspecify.annotations.Nullable;

/**
 * What {@code force-interval} costs: none, 1 s and 100 ms by turns in one run, with both
 * deliveries. Prints the median of lines a second of one thread that logs flat out, and
 * its longest call.
 */
public final class ForceCosts {

	private static final long TURN_NANOS = Duration.ofSeconds(3).toNanos();

	private ForceCosts() {
	}

	/**
	 * Measure. The first round is the warm-up.
	 * @param args number of rounds
	 * @throws IOException if the files of a turn cannot be removed
	 */
	public static void main(String[] args) throws IOException {
		int rounds = Integer.parseInt(args[0]);
		Map<String, @Nullable Duration> intervals = new LinkedHashMap<>();
		intervals.put("none", null);
		intervals.put("1s", Duration.ofSeconds(1));
		intervals.put("100ms", Duration.ofMillis(100));
		System.out.println("| delivery | force-interval | lines a second, median | longest call in ms |");
		System.out.println("|---|---|---|---|");
		for (Delivery delivery : Delivery.values()) {
			Map<String, List<Turn>> turns = new LinkedHashMap<>();
			for (int round = 0; round <= rounds; round++) {
				for (Map.Entry<String, @Nullable Duration> interval : intervals.entrySet()) {
					Turn turn = turn(settings(LogFolder.file(), delivery, interval.getValue()));
					LogFolder.clear();
					if (round > 0) {
						turns.computeIfAbsent(interval.getKey(), (name) -> new ArrayList<>()).add(turn);
					}
				}
			}
			turns.forEach((interval, measured) -> System.out.println(row(delivery, interval, measured)));
		}
	}

	private static LogFileSettings settings(Path file, Delivery delivery, @Nullable Duration forceInterval) {
		LogFileSettings usual = NetravenLog.settings(file, delivery, Long.MAX_VALUE / 2);
		return new LogFileSettings(usual.file(), delivery, usual.bufferSize(), usual.maxWait(),
				usual.maxRetryInterval(), PosixFilePermissions.fromString("rw-r-----"), forceInterval,
				usual.untrustedFolder(), usual.rotation());
	}

	private static Turn turn(LogFileSettings settings) {
		try (NetravenLog log = NetravenLog.open(settings)) {
			long begin = System.nanoTime();
			long now = begin;
			long longest = 0;
			long lines = 0;
			while (now - begin < TURN_NANOS) {
				log.log(lines++);
				long after = System.nanoTime();
				longest = Math.max(longest, after - now);
				now = after;
			}
			return new Turn(lines * 1e9 / (now - begin), longest / 1e6);
		}
	}

	private static String row(Delivery delivery, String interval, List<Turn> turns) {
		double[] rates = turns.stream().mapToDouble(Turn::linesPerSecond).sorted().toArray();
		double longest = turns.stream().mapToDouble(Turn::longestMillis).max().orElse(0);
		return "| `%s` | %s | %,.0f | %.1f |".formatted(delivery.name().toLowerCase(Locale.ROOT), interval,
				rates[rates.length / 2], longest);
	}

	/**
	 * One turn of one setting.
	 *
	 * @param linesPerSecond lines a second
	 * @param longestMillis the longest call in milliseconds
	 */
	private record Turn(double linesPerSecond, double longestMillis) {

	}

}
