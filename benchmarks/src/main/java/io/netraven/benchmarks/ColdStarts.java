package io.netraven.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the sample worker again and again: without a file, with Spring Boot's own
 * {@code logging.file.name}, and with this library. The three take turns, so that a start
 * can be compared with its neighbours.
 *
 * @author NetRaven maintainers
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
			for (Setup setup : Setup.values()) {
				starts.start(setup, round);
			}
		}
		return starts.measurements;
	}

	private void start(Setup setup, int round) throws IOException, InterruptedException {
		LogFolder.clear();
		Path file = LogFolder.file();
		List<String> command = new ArrayList<>(
				List.of(Jvm.java(), "-jar", this.jar.toString(), "--server.port=0", "--worker.interval=1h"));
		command.addAll(setup.options(file));
		long before = System.nanoTime();
		Process process = new ProcessBuilder(command).directory(LogFolder.path().toFile())
			.redirectErrorStream(true)
			.start();
		try (BufferedReader output = process.inputReader()) {
			Jvm.awaitLine(output, STARTED);
			add(setup, round, "start", "ms", (System.nanoTime() - before) / 1e6);
			TimeUnit.SECONDS.sleep(1);
			long ticks = ticks(process);
			TimeUnit.SECONDS.sleep(IDLE_SECONDS);
			add(setup, round, "idle CPU", "ms/s", (ticks(process) - ticks) * 10.0 / IDLE_SECONDS);
			add(setup, round, "resident memory", "MB", residentKilobytes(process) / 1024.0);
		}
		finally {
			process.destroyForcibly().waitFor();
		}
		if (setup != Setup.WITHOUT_FILE && !Files.readString(file).contains(STARTED)) {
			throw new IOException("The worker wrote no log file: " + setup);
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

	private void add(Setup setup, int round, String metric, String unit, double value) {
		this.measurements.add(new Measurement("cold start", setup.title, "", metric, unit, round, value));
	}

	/**
	 * How the worker logs.
	 */
	private enum Setup {

		WITHOUT_FILE("no file", ""),

		BOOT_FILE("Spring Boot's file", "--logging.file.name="),

		NETRAVEN_FILE("this library's file", "--netraven.logging.file=");

		private final String title;

		private final String option;

		Setup(String title, String option) {
			this.title = title;
			this.option = option;
		}

		private List<String> options(Path file) {
			return (this == WITHOUT_FILE) ? List.of() : List.of(this.option + file.toAbsolutePath());
		}

	}

}
