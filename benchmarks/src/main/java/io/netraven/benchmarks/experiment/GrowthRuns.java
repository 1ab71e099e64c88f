package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.netraven.benchmarks.report.Measurement;

/**
 * What a line costs as archives and the lines of an outage become more.
 */
final class GrowthRuns {

	private GrowthRuns() {
	}

	static List<Measurement> archives() throws IOException, InterruptedException {
		List<Measurement> measurements = new ArrayList<>();
		for (int archives : new int[] { 10, 100, 1000, 10_000 }) {
			LogFolder.clear();
			for (String line : Jvm.start(LogFolder.path(), ArchivesCost.class, archives).output()) {
				measurements.add(new Measurement("CPU time by archives beside a file of 1 MB, ns/line",
						"sync, 1 thread", String.valueOf(archives), 1, Double.parseDouble(line)));
			}
		}
		return measurements;
	}

	static List<Measurement> buffer() throws IOException, InterruptedException {
		List<Measurement> measurements = new ArrayList<>();
		for (int megabytes : new int[] { 1, 4, 16, 64 }) {
			LogFolder.clear();
			for (String line : Jvm.start(LogFolder.path(), OutageCost.class, megabytes).output()) {
				String[] figure = line.split(" ");
				measurements.add(new Measurement("Outage by buffer-size, ns/line", figure[0], megabytes + " MB", 1,
						Double.parseDouble(figure[1])));
			}
		}
		return measurements;
	}

}
