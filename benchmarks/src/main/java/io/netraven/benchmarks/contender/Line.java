package io.netraven.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The line that every contender logs: the same logger, message and pattern for all.
 */
public final class Line {

	static final String LOGGER = "io.netraven.benchmarks.Orders";

	static final String MESSAGE = "Order {} has been processed for customer {}";

	static final String CUSTOMER = "c-4711";

	/**
	 * Spring Boot's own, without the parts that only its converters know.
	 */
	static final String LOGBACK_PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 4242 --- [worker] [%t] "
			+ "%-40.40logger{39} : %m%n";

	static final String LOG4J_PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 4242 --- [worker] [%t] "
			+ "%-40.40c : %m%n";

	private static final Pattern NUMBER = Pattern
		.compile("Order (\\d+) has been processed for customer " + CUSTOMER + "$");

	private Line() {
	}

	/**
	 * Read the numbers of the whole lines of a file.
	 * @param file the file
	 * @return the numbers, in their order; to be closed
	 * @throws IOException if it cannot be read
	 */
	public static Stream<Long> numbers(Path file) throws IOException {
		return Files.lines(file)
			.map(NUMBER::matcher)
			.filter((line) -> line.find())
			.map((line) -> Long.valueOf(line.group(1)));
	}

}
