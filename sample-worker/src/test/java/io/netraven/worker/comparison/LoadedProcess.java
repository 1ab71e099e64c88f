package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.netraven.worker.WorkerProcess;
import io.netraven.worker.comparison.Ledger.OfProcess;
import io.netraven.worker.comparison.Ledger.OfThread;
import org.awaitility.Awaitility;

/**
 * A {@link NumberedLinesApplication} in a JVM of its own.
 */
final class LoadedProcess implements AutoCloseable {

	private final WorkerProcess process;

	private final Ledger ledger;

	private final Path file;

	private LoadedProcess(WorkerProcess process, Ledger ledger, Path file) {
		this.process = process;
		this.ledger = ledger;
		this.file = file;
	}

	/**
	 * Start the application and wait until all of its threads have logged.
	 * @param contender who writes the file
	 * @param folder the working folder, on a disk that is not hurt
	 * @param file the log file
	 * @param settings more arguments
	 * @return the application
	 */
	static LoadedProcess start(Contender contender, Path folder, Path file, String... settings) throws IOException {
		LoadedProcess process = launch(List.of(WorkerProcess.java(), "-cp", System.getProperty("java.class.path")),
				contender, folder, file, settings);
		if (!process.isLoaded()) {
			String stdout = process.process.stdout();
			process.close();
			throw new IllegalStateException("The load did not begin:\n" + stdout);
		}
		return process;
	}

	static LoadedProcess launch(List<String> java, Contender contender, Path folder, Path file, String... settings)
			throws IOException {
		Ledger ledger = Ledger.open(folder.resolve("ledger"));
		List<String> command = Stream
			.concat(java.stream(), Stream.of("-XX:TieredStopAtLevel=1", NumberedLinesApplication.class.getName()))
			.toList();
		String[] arguments = Stream.of(
				Stream.of("--spring.main.web-application-type=none", "--spring.main.keep-alive=true",
						"--spring.main.banner-mode=off", "--spring.main.log-startup-info=false",
						"--load.ledger=" + folder.resolve("ledger")),
				contender.arguments(file).stream(), Arrays.stream(settings))
			.flatMap((part) -> part)
			.toArray(String[]::new);
		return new LoadedProcess(WorkerProcess.start(folder, Map.of(), command, arguments), ledger, file);
	}

	/**
	 * Wait until all threads have logged, or the application has ended, or a minute.
	 * @return whether all threads have logged
	 */
	boolean isLoaded() {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!this.ledger.hasLogged() && this.process.handle().isAlive() && System.nanoTime() < end) {
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		return this.ledger.hasLogged();
	}

	long[] returned() {
		return this.ledger.all(OfThread.RETURNED);
	}

	/**
	 * Let the load run on.
	 * @param millis for how long
	 * @return the last returned line of each thread
	 */
	long[] run(long millis) throws InterruptedException {
		Thread.sleep(millis);
		return returned();
	}

	long stdoutLines() {
		return this.process.stdout().lines().filter((line) -> line.endsWith(" end")).count();
	}

	/**
	 * Count the lines on stdout besides the load.
	 * @return how many
	 */
	long complaints() {
		return this.process.stdout().lines().filter((line) -> !line.isBlank() && !line.endsWith(" end")).count();
	}

	Ledger ledger() {
		return this.ledger;
	}

	WorkerProcess process() {
		return this.process;
	}

	/**
	 * Stop the load and give the last line of it time to reach the file.
	 * @param files where the lines are, in the order of their age; none for the log file
	 * @return what the files have of the lines
	 */
	LoggedLines stopLoad(Path... files) throws IOException {
		Path[] all = (files.length > 0) ? files : new Path[] { this.file };
		this.ledger.set(OfProcess.STOP, 1);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(this.ledger::hasEnded);
		long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
		LoggedLines lines = LoggedLines.in(all);
		while (lines.missing(returned()) > 0 && System.nanoTime() < end) {
			lines = LoggedLines.in(all);
		}
		return lines;
	}

	void kill() {
		this.process.handle().destroyForcibly();
		this.process.handle().onExit().join();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
