package io.netraven.worker.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Hurts every contender in the same way at the same time, and writes what came of it to
 * {@code target/fault-comparison.md}.
 *
 * @author NetRaven maintainers
 */
final class Comparison {

	private static final Path TABLE = Path.of("target/fault-comparison.md");

	private static final Map<Fault, List<Figures>> rows = new EnumMap<>(Fault.class);

	private Comparison() {
	}

	/**
	 * Measure all contenders at the same time.
	 * @param fault the row
	 * @param folder gets a folder for each contender
	 * @param measurement what to do with each
	 * @return the figures of the library, by delivery
	 */
	static Library of(Fault fault, Path folder, Measurement measurement) throws Exception {
		return run(fault, folder, measurement, Contender.values().length);
	}

	/**
	 * Measure one contender after the other.
	 * @param fault the row
	 * @param folder gets a folder for each contender
	 * @param measurement what to do with each
	 * @return the figures of the library, by delivery
	 */
	static Library oneByOne(Fault fault, Path folder, Measurement measurement) throws Exception {
		return run(fault, folder, measurement, 1);
	}

	private static Library run(Fault fault, Path folder, Measurement measurement, int atOnce) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(atOnce);
		try {
			List<Future<Figures>> cells = new ArrayList<>();
			for (Contender contender : Contender.values()) {
				Path own = Files.createDirectories(folder.resolve(contender.name()));
				cells.add(executor.submit(() -> measurement.measure(contender, own)));
			}
			List<Figures> row = new ArrayList<>();
			for (Future<Figures> cell : cells) {
				row.add(cell.get());
			}
			rows.put(fault, row);
			write();
			return new Library(row.get(Contender.SYNC.ordinal()), row.get(Contender.ASYNC.ordinal()));
		}
		finally {
			executor.shutdownNow();
			executor.awaitTermination(1, TimeUnit.MINUTES);
		}
	}

	private static void write() {
		List<String> lines = new ArrayList<>();
		lines.add("| fault | Spring Boot, `logging.file.name` | this library, `sync` | this library, `async` |");
		lines.add("|---|---|---|---|");
		rows.forEach((fault, row) -> lines
			.add("| %s | %s | %s | %s |".formatted(fault.title(), row.get(0), row.get(1), row.get(2))));
		try {
			Files.write(TABLE, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What was measured of the library.
	 */
	record Library(Figures sync, Figures async) {

		List<Figures> both() {
			return List.of(this.sync, this.async);
		}

	}

	/**
	 * One fault, one contender.
	 */
	interface Measurement {

		Figures measure(Contender contender, Path folder) throws Exception;

	}

}
