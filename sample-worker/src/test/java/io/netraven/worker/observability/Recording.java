package io.netraven.worker.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netraven.worker.Actuator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scrapes of one worker, one after the other. Taken in quick succession and played at the
 * pace of a Prometheus server, which is {@value #SECONDS} seconds for each.
 */
final class Recording {

	static final int SECONDS = 15;

	private static final int PAUSE_MILLIS = 100;

	private static final int MOST_SCRAPES = 6000;

	private final Actuator worker;

	private final List<Scrape> scrapes = new ArrayList<>();

	Recording(Actuator worker) {
		this.worker = worker;
	}

	/**
	 * Record until a number of scrapes fulfil a condition.
	 * @param condition the condition
	 * @param count the number of scrapes
	 */
	void until(Predicate<Scrape> condition, int count) throws InterruptedException {
		int left = count;
		while (left > 0) {
			Scrape scrape = Scrape.of(this.worker.text("prometheus"));
			this.scrapes.add(scrape);
			left -= condition.test(scrape) ? 1 : 0;
			assertThat(this.scrapes).as("%s", scrape.values()).hasSizeLessThan(MOST_SCRAPES);
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
	}

	Scrape last() {
		return this.scrapes.get(size() - 1);
	}

	int size() {
		return this.scrapes.size();
	}

	/**
	 * Find a scrape.
	 * @param from place of the first one that is looked at
	 * @param condition what it fulfils
	 * @return its place
	 */
	int first(int from, Predicate<Scrape> condition) {
		return IntStream.range(from, size())
			.filter((place) -> condition.test(this.scrapes.get(place)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Write the series as promtool reads them. The last values stay as they are for
	 * another quarter of an hour.
	 * @return the series, one a line
	 */
	String series() {
		return last().values()
			.keySet()
			.stream()
			.map((series) -> "      - series: '%s'%n        values: '%s %sx60'".formatted(withInstance(series),
					values(series), last().values().get(series)))
			.collect(Collectors.joining("\n"));
	}

	private String values(String series) {
		return this.scrapes.stream()
			.map((scrape) -> scrape.values().getOrDefault(series, "_"))
			.collect(Collectors.joining(" "));
	}

	private static String withInstance(String series) {
		return series.endsWith("}") ? series.replace("{", "{instance=\"worker-1\",")
				: series + "{instance=\"worker-1\"}";
	}

}
