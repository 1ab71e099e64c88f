package io.netraven.worker.comparison;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.assertj.core.api.AssertProvider;

/**
 * What was measured of a contender under a fault.
 */
final class Figures implements AssertProvider<FiguresAssert> {

	private final Map<Figure, Value> values = new EnumMap<>(Figure.class);

	Figures put(Figure figure, long count) {
		return put(figure, new Value.Count(count, null));
	}

	Figures put(Figure figure, long count, long all) {
		return put(figure, new Value.Count(count, all));
	}

	Figures put(Figure figure, String word) {
		return put(figure, new Value.Word(word));
	}

	Figures put(Figure figure, boolean answer) {
		return put(figure, (answer) ? "yes" : "no");
	}

	private Figures put(Figure figure, Value value) {
		this.values.put(figure, value);
		return this;
	}

	Figures putHealth(Figure figure, boolean down) {
		return put(figure, (down) ? "DOWN" : "UP");
	}

	Figures putMissing(LoggedLines lines, long[] returned) {
		return put(Figure.MISSING, lines.missing(returned), Arrays.stream(returned).sum());
	}

	/**
	 * Add what every fault is asked: lines that are missing, torn or merged, doubled, out
	 * of order.
	 * @param lines what the files have
	 * @param returned last returned line of each thread
	 * @return this
	 */
	Figures putLines(LoggedLines lines, long[] returned) {
		return putMissing(lines, returned).put(Figure.TORN, lines.broken())
			.put(Figure.DOUBLED, lines.doubled())
			.put(Figure.DISORDERED, lines.disordered());
	}

	/**
	 * Add the counts of another round.
	 * @param round counts, and no words
	 */
	void add(Figures round) {
		round.values.forEach((figure, value) -> this.values.merge(figure, value,
				(sum, more) -> ((Value.Count) sum).plus((Value.Count) more)));
	}

	Map<Figure, Value> values() {
		return this.values;
	}

	long count(Figure figure) {
		if (value(figure) instanceof Value.Count value) {
			return value.count();
		}
		throw new IllegalArgumentException("%s is no count in %s".formatted(figure, this));
	}

	Value value(Figure figure) {
		Value value = this.values.get(figure);
		if (value == null) {
			throw new IllegalArgumentException("No figure %s in %s".formatted(figure, this));
		}
		return value;
	}

	@Override
	public FiguresAssert assertThat() {
		return new FiguresAssert(this);
	}

	@Override
	public String toString() {
		return this.values.toString();
	}

}
