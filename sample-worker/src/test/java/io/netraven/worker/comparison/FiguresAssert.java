package io.netraven.worker.comparison;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractLongAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions for {@link Figures}.
 */
final class FiguresAssert extends AbstractAssert<FiguresAssert, Figures> {

	FiguresAssert(Figures actual) {
		super(actual, FiguresAssert.class);
	}

	FiguresAssert hasNo(Figure... figures) {
		for (Figure figure : figures) {
			count(figure).isZero();
		}
		return this;
	}

	FiguresAssert has(Figure figure, String text) {
		Assertions.assertThat(this.actual.value(figure)).as(describe(figure)).hasToString(text);
		return this;
	}

	AbstractLongAssert<?> count(Figure figure) {
		return Assertions.assertThat(this.actual.count(figure)).as(describe(figure));
	}

	private String describe(Figure figure) {
		return "%s in %s".formatted(figure, this.actual);
	}

}
