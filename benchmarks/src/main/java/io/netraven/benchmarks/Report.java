package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns the results of a run into a page of tables and into charts.
 *
 * @author NetRaven maintainers
 */
public final class Report {

	private Report() {
	}

	/**
	 * Write them.
	 * @param args file with the results, folder for the report
	 * @throws IOException if the report cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Results results = Results.read(Path.of(args[0]));
		Path folder = Files.createDirectories(Path.of(args[1]));
		Files.writeString(folder.resolve("results.md"), new ResultTables(results).page());
		new Charts(results, folder).write();
	}

}
