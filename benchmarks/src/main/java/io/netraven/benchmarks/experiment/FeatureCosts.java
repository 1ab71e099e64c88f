package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.netraven.benchmarks.contender.NetravenLog;
import io.netraven.benchmarks.report.Distribution;
import io.netraven.benchmarks.report.MarkdownTable;
import io.netraven.benchmarks.report.ThreeDigits;
import io.netraven.logging.file.Delivery;

/**
 * What each feature of the text costs the caller of a log call, beside a file without any
 * of them. They take turns in one JVM on one file, and their difference within a round
 * counts.
 */
public final class FeatureCosts {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int WARM_UP = 15;

	private static final int SECRETS = 20;

	private final Map<String, Map<String, Object>> features = new LinkedHashMap<>();

	private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

	private final int calls;

	FeatureCosts(int calls) {
		this.calls = calls;
		add("none", Map.of());
		add("`control-characters: escape`", Map.of("control-characters", "escape"));
		add("`max-line-size: 1MB`", Map.of("max-line-size", "1MB"));
		add("`masking.level: known`, 20 secrets", Map.of("masking.level", "known"));
		add("`masking.level: patterns`, 20 secrets", Map.of("masking.level", "patterns"));
		add("`sequence: true`", Map.of("sequence", "true"));
		add("the defaults, 20 secrets",
				Map.of("control-characters", "escape", "max-line-size", "1MB", "masking.level", "known"));
	}

	private void add(String title, Map<String, String> changes) {
		Map<String, Object> properties = new HashMap<>(Map.of("netraven.logging.control-characters", "keep",
				"netraven.logging.max-line-size", "0", "netraven.logging.masking.level", "off"));
		changes.forEach((name, value) -> properties.put("netraven.logging." + name, value));
		for (int i = 0; i < SECRETS; i++) {
			properties.put("service" + i + ".password", UUID.nameUUIDFromBytes(new byte[] { (byte) i }).toString());
		}
		this.features.put(title, properties);
		this.turns.put(title, new ArrayList<>());
	}

	/**
	 * Measure and print a table.
	 * @param args number of rounds, and of calls in a turn
	 * @throws IOException if the folder cannot be used
	 */
	public static void main(String[] args) throws IOException {
		System.out.println(new FeatureCosts(Integer.parseInt(args[1])).measure(WARM_UP, Integer.parseInt(args[0])));
	}

	MarkdownTable measure(int warmUp, int rounds) throws IOException {
		LogFolder.clear();
		try (NetravenLog log = NetravenLog
			.open(NetravenLog.settings(LogFolder.file(), Delivery.ASYNC, Long.MAX_VALUE))) {
			run(log, warmUp);
			this.turns.values().forEach(List::clear);
			run(log, rounds);
		}
		long bytes = Files.size(LogFolder.file()) / ((long) (warmUp + rounds) * this.features.size() * this.calls);
		LogFolder.clear();
		return table(bytes);
	}

	private void run(NetravenLog log, int rounds) {
		for (int round = 0; round < rounds; round++) {
			this.features.forEach((title, properties) -> {
				log.use(properties);
				this.turns.computeIfAbsent(title, (key) -> new ArrayList<>()).add(turn(log));
				log.writer().drain(Duration.ofMinutes(1));
			});
		}
	}

	private Turn turn(NetravenLog log) {
		long allocated = THREADS.getCurrentThreadAllocatedBytes();
		long start = THREADS.getCurrentThreadCpuTime();
		for (int i = 0; i < this.calls; i++) {
			log.log(i);
		}
		long end = THREADS.getCurrentThreadCpuTime();
		long more = THREADS.getCurrentThreadAllocatedBytes() - allocated;
		return new Turn((end - start) / (double) this.calls, more / (double) this.calls);
	}

	private MarkdownTable table(long bytes) {
		MarkdownTable table = new MarkdownTable(List.of("a clean line of about " + bytes + " bytes",
				"CPU time of the caller, ns", "more, ns", "quartiles", "more allocated, bytes"));
		List<Turn> base = this.turns.values().iterator().next();
		this.turns.forEach((title, mine) -> {
			Distribution more = more(mine, base, Turn::cpu);
			table.row(List.of(title, ThreeDigits.of(Distribution.of(mine.stream().mapToDouble(Turn::cpu)).median()),
					ThreeDigits.of(more.median()),
					ThreeDigits.of(more.quantile(0.25)) + " to " + ThreeDigits.of(more.quantile(0.75)),
					String.valueOf(Math.round(more(mine, base, Turn::allocated).median()))));
		});
		return table;
	}

	private static Distribution more(List<Turn> mine, List<Turn> base, ToDoubleFunction<Turn> figure) {
		return Distribution.of(IntStream.range(0, mine.size())
			.mapToDouble((i) -> figure.applyAsDouble(mine.get(i)) - figure.applyAsDouble(base.get(i))));
	}

	/**
	 * What a call has cost in one turn.
	 *
	 * @param cpu CPU time of the caller in nanoseconds
	 * @param allocated allocated bytes
	 */
	private record Turn(double cpu, double allocated) {

	}

}
