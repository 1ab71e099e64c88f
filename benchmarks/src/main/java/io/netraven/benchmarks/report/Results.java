package io.netraven.benchmarks.report;

import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file with every single figure of a run.
 */
public final class Results {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Results() {
	}

	public static void write(Path file, List<Measurement> measurements) {
		JSON.writeValue(file.toFile(), measurements);
	}

	static List<Measurement> read(Path file) {
		return List.of(JSON.readValue(file.toFile(), Measurement[].class));
	}

}
