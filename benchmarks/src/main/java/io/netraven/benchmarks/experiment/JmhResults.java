package io.netraven.benchmarks.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.report.Measurement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what JMH writes with {@code -rf json -prof gc}: what a log call of each contender
 * allocates, and what a health call takes and allocates.
 */
final class JmhResults {

	private JmhResults() {
	}

	static List<Measurement> read(Path file) {
		List<Measurement> measurements = new ArrayList<>();
		for (JsonNode run : JsonMapper.shared().readTree(file.toFile())) {
			double allocation = run.get("secondaryMetrics").get("gc.alloc.rate.norm").get("score").asDouble();
			JsonNode contender = run.path("params").path("contender");
			if (contender.isMissingNode()) {
				measurements.add(health("us", run.get("primaryMetric").get("score").asDouble()));
				measurements.add(health("allocation, B", allocation));
			}
			else {
				measurements.add(new Measurement("A log call, threads: " + run.get("threads").asInt(),
						Contender.valueOf(contender.asString()).title(), "allocation, B", 1, allocation));
			}
		}
		return measurements;
	}

	private static Measurement health(String metric, double value) {
		return new Measurement("A health call", "this library, sync", metric, 1, value);
	}

}
