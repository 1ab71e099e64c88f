package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netraven.benchmarks.report.Measurement;

/**
 * Starts the sample worker again and again: without a file, with Spring Boot's own
 * {@code logging.file.name}, and with this library. The three take turns, so that a start
 * can be compared with its neighbours.
 */
final class ColdStarts {

	private static final int IDLE_SECONDS = 3;

	private static final String STARTED = "Started NetravenWorkerApplication";

	private final Path jar;

	private final List<Measurement> measurements = new ArrayList<>();

	private ColdStarts(Path jar) {
		this.jar = jar.toAbsolutePath();
	}

	static List<Measurement> measure(Path jar, int rounds) throws IOException, InterruptedException {
		ColdStarts starts = new ColdStarts(jar);
		for (int round = 1; round <= rounds; round++) {
			starts.start("no file", "", round);
			double boot = starts.start("Spring Boot's file", "--logging.file.name=", round);
			double netraven = starts.start("this library's file", "--netraven.logging.file=", round);
			starts.add("this library's file", "start minus Spring Boot's of the same round, ms", round,
					netraven - boot);
		}
		return starts.measurements;
	}

	private double start(String subject, String option, int round) throws IOException, InterruptedException {
		LogFolder.clear();
		Path file = LogFolder.file();
		List<String> command = new ArrayList<>(
				List.of(Jvm.java(), "-jar", this.jar.toString(), "--server.port=0", "--worker.interval=1h"));
		if (!option.isEmpty()) {
			command.add(option + file.toAbsolutePath());
		}
		long before = System.nanoTime();
		Jvm jvm = Jvm.start(new ProcessBuilder(command).directory(LogFolder.path().toFile()).redirectErrorStream(true));
		try {
			jvm.awaitLine(STARTED);
			double millis = (System.nanoTime() - before) / 1e6;
			add(subject, "start, ms", round, millis);
			TimeUnit.SECONDS.sleep(1);
			long ticks = ticks(jvm.process());
			TimeUnit.SECONDS.sleep(IDLE_SECONDS);
			add(subject, "idle CPU, ms/s", round, (ticks(jvm.process()) - ticks) * 10.0 / IDLE_SECONDS);
			add(subject, "resident memory, MB", round, residentKilobytes(jvm.process()) / 1024.0);
			if (!option.isEmpty() && !Files.readString(file).contains(STARTED)) {
				throw new IOException("The worker wrote no log file: " + option);
			}
			return millis;
		}
		finally {
			jvm.kill();
		}
	}

	private static long ticks(Process process) throws IOException {
		String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
	}

	private static long residentKilobytes(Process process) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

	private void add(String subject, String metric, int round, double value) {
		this.measurements.add(new Measurement("Cold start of the sample worker", subject, metric, round, value));
	}

}
