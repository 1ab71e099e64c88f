package io.netraven.worker.comparison;

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
import java.util.function.Consumer;

import org.assertj.core.api.Assertions;

/**
 * Exposes every contender to the same fault and writes the figures to
 * {@code target/fault-comparison.md} and, as short rows that show only what differs, to
 * {@code target/fault-differences.md}.
 */
final class Comparison {

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

	private static void write() throws Exception {
		List<String> all = new ArrayList<>(FaultRow.HEAD);
		List<String> differences = new ArrayList<>(FaultRow.HEAD);
		rows.forEach((fault, figures) -> {
			FaultRow row = new FaultRow(fault, figures);
			all.add(row.whole());
			differences.add(row.differences());
		});
		Files.write(Path.of("target/fault-comparison.md"), all);
		Files.write(Path.of("target/fault-differences.md"), differences);
	}

	/**
	 * What was measured of the library.
	 */
	record Library(Figures sync, Figures async) {

		void bothSatisfy(Consumer<Figures> requirements) {
			Assertions.assertThat(List.of(this.sync, this.async)).allSatisfy(requirements);
		}

	}

	/**
	 * One fault, one contender.
	 */
	interface Measurement {

		Figures measure(Contender contender, Path folder) throws Exception;

	}

}
