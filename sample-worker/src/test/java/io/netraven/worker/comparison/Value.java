package io.netraven.worker.comparison;

import org.jspecify.annotations.Nullable;

/**
 * The value of a figure.
 */
sealed interface Value {

	/**
	 * How many, and out of how many where that is known.
	 */
	record Count(long count, @Nullable Long all) implements Value {

		Count plus(Count other) {
			return new Count(this.count + other.count,
					(this.all != null && other.all != null) ? this.all + other.all : null);
		}

		@Override
		public String toString() {
			return (this.all != null) ? "%d of %d".formatted(this.count, this.all) : String.valueOf(this.count);
		}

	}

	/**
	 * An answer that is no number.
	 */
	record Word(String text) implements Value {

		@Override
		public String toString() {
			return this.text;
		}

	}

}
