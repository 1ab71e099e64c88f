package io.netraven.worker.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured of a contender under a fault: a cell of the comparison.
 *
 * @author NetRaven maintainers
 */
final class Figures {

	private final Map<String, Object> values = new LinkedHashMap<>();

	Figures put(String name, Object value) {
		this.values.put(name, value);
		return this;
	}

	Figures putAll(Figures others) {
		this.values.putAll(others.values);
		return this;
	}

	/**
	 * Add what every fault is asked: lines that are missing, torn or merged, doubled, out
	 * of order.
	 * @param lines what the files have
	 * @param returned last returned line of each thread
	 * @return this
	 */
	Figures putLines(LoggedLines lines, long[] returned) {
		return put("missing", lines.missing(returned)).put("of returned", LoggedLines.distance(new long[0], returned))
			.put("torn or merged", lines.broken())
			.put("doubled", lines.doubled())
			.put("out of order", lines.disordered());
	}

	long count(String name) {
		return ((Number) get(name)).longValue();
	}

	Object get(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("No figure " + name + " in " + this);
		}
		return value;
	}

	@Override
	public String toString() {
		return this.values.entrySet()
			.stream()
			.map((figure) -> figure.getKey() + " " + figure.getValue())
			.collect(Collectors.joining("<br>"));
	}

}
