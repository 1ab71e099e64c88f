package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A writer and its loggers on the way from one {@link Misfortune} to the next.
 */
final class Endurance {

	private static final int THREADS = 4;

	private static final int MOST_LINES_A_SECOND = 10_000;

	private static final int BUFFER_SIZE = 256 * 1024;

	private static final RotationSettings ROTATION = Rotations.compressing(512 * 1024);

	private final Path logs;

	private final Path aside;

	private final Delivery delivery;

	private final Random random;

	private final LineLedger ledger;

	private final List<NumberedLogger> loggers;

	private final List<Misfortune> misfortunes;

	private final Map<Misfortune, Integer> counts = new EnumMap<>(Misfortune.class);

	private final List<String> faults = new ArrayList<>();

	private WriterRig rig;

	private long lostAtClose;

	private int moved;

	private int restarts;

	Endurance(Path folder, Delivery delivery, long seed, Duration length) throws IOException {
		this.logs = Files.createDirectories(folder.resolve("logs"));
		this.aside = Files.createDirectories(folder.resolve("aside"));
		this.delivery = delivery;
		this.random = new Random(seed);
		int mostLines = (int) (length.toSeconds() + 60) * MOST_LINES_A_SECOND;
		this.ledger = new LineLedger(THREADS, mostLines);
		String only = System.getProperty("netraven.endurance.only", "");
		this.misfortunes = (only.isEmpty()) ? List.of(Misfortune.values())
				: Arrays.stream(only.split(",")).map(Misfortune::valueOf).toList();
		this.rig = start();
		this.loggers = IntStream.range(0, THREADS)
			.mapToObj((i) -> new NumberedLogger(this.rig.writer, this.ledger, i, mostLines, seed))
			.toList();
		this.loggers.forEach(Thread::start);
	}

	private WriterRig start() {
		return WriterRig.open(this.logs,
				WriterRig.settings(this.logs, this.delivery, BUFFER_SIZE, Duration.ofMillis(100), ROTATION));
	}

	boolean isAlive() {
		return this.faults.isEmpty();
	}

	/**
	 * Lets one misfortune come and pass, and looks whether the writer has survived it.
	 */
	void next() throws IOException {
		Misfortune misfortune = this.misfortunes.get(this.random.nextInt(this.misfortunes.size()));
		this.counts.merge(misfortune, 1, Integer::sum);
		if (misfortune == Misfortune.TRUNCATED) {
			pause();
		}
		misfortune.begin(this.rig, this.aside.resolve("worker.log." + this.moved++), this.random);
		this.loggers.forEach((logger) -> logger.goOn(this.rig.writer));
		LockSupport.parkNanos(1_000_000L * this.random.nextInt(10, 800));
		check(misfortune + " lasts", this::assertSaneStatus);
		FaultyCall.endAll(this.rig.faults);
		check(misfortune + " is over", this::assertWell);
		if (this.random.nextInt(8) == 0 && isAlive()) {
			restart();
		}
	}

	private void check(String when, Runnable assertion) {
		try {
			assertion.run();
		}
		catch (AssertionError | RuntimeException ex) {
			this.faults.add(when + ": " + ex.getMessage());
		}
	}

	private void assertSaneStatus() {
		LogFileStatus status = this.rig.status();
		assertThat(status.state()).isNotEqualTo(LogFileState.CLOSED);
		assertThat(status.diagnosis() == null).as("%s", status).isEqualTo(status.isHealthy());
		assertThat(status.bytesWaiting()).as("%s", status).isBetween(0L, BUFFER_SIZE + 1000L);
		assertThat(status.linesWaiting()).as("%s", status).isNotNegative();
	}

	private void assertWell() {
		Liveness.soon(() -> assertThat(this.rig.threads()).contains("netraven-log-file", "netraven-log-watch"));
		Liveness.soon(() -> assertThat(this.rig.status().state()).as("%s", this.rig.status())
			.isEqualTo(LogFileState.WRITING));
		Liveness.soon(() -> assertThat(this.rig.folder.live()).isNotEmptyFile());
		int looks = this.rig.faults.looks.get();
		Liveness.soon(() -> assertThat(this.rig.faults.looks.get()).as("looks at the path").isGreaterThan(looks + 1));
		Liveness.soon(() -> assertThat(WriterRig.descriptors(this.logs)).as("descriptors").isLessThanOrEqualTo(4));
	}

	private void pause() {
		this.loggers.forEach(NumberedLogger::pause);
		check("with all loggers paused", () -> assertThat(this.rig.writer.drain(Liveness.SOON)).as("drained").isTrue());
	}

	private void restart() {
		this.restarts++;
		pause();
		close();
		this.rig = start();
		this.loggers.forEach((logger) -> logger.goOn(this.rig.writer));
	}

	private void close() {
		long lost = this.rig.status().linesLost();
		check("closing", () -> {
			this.rig.close();
			this.lostAtClose += this.rig.status().linesLost() - lost;
		});
	}

	void end() {
		this.loggers.forEach(NumberedLogger::end);
		check("before the end", () -> assertThat(this.rig.writer.drain(Liveness.SOON)).as("drained").isTrue());
		close();
	}

	List<String> verdict() throws IOException {
		List<Path> files = new ArrayList<>(this.rig.folder.archives());
		files.removeIf((file) -> file.toString().endsWith(".tmp"));
		files.removeIf((file) -> file.toString().endsWith(".gz")
				&& files.contains(Path.of(file.toString().replaceAll("\\.gz$", ""))));
		files.add(this.rig.folder.live());
		try (Stream<Path> moved = Files.list(this.aside)) {
			files.addAll(moved.toList());
		}
		for (Path file : files) {
			this.ledger.read(file);
		}
		this.faults.addAll(this.ledger.verdict(this.lostAtClose));
		return this.faults;
	}

	@Override
	public String toString() {
		return "%s, %d restarts, %d lines".formatted(this.counts, this.restarts,
				this.loggers.stream().mapToInt(NumberedLogger::logged).sum());
	}

}
