package io.netraven.worker.observability;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The meters of the log file in one answer of {@code /actuator/prometheus}.
 *
 * @param values value of each series, as text
 */
record Scrape(Map<String, String> values) {

	private static final Pattern SERIES = Pattern.compile("^(netraven_logging_\\w+(?:\\{[^}]*})?) (\\S+)$",
			Pattern.MULTILINE);

	static Scrape of(String answer) {
		Map<String, String> values = new TreeMap<>();
		Matcher series = SERIES.matcher(answer);
		while (series.find()) {
			values.put(series.group(1), series.group(2));
		}
		return new Scrape(values);
	}

	double value(String series) {
		return Double.parseDouble(this.values.getOrDefault(series, "NaN"));
	}

	boolean isAvailable() {
		return value("netraven_logging_available") == 1;
	}

	/**
	 * Return the names of the metrics.
	 * @return the names, without labels
	 */
	Set<String> names() {
		return this.values.keySet()
			.stream()
			.map((series) -> series.replaceFirst("\\{.*", ""))
			.collect(Collectors.toSet());
	}

}
