package io.netraven.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes a number with three significant digits.
 */
public final class ThreeDigits {

	private static final MathContext PRECISION = new MathContext(3, RoundingMode.HALF_UP);

	private ThreeDigits() {
	}

	public static String of(double value) {
		if (!Double.isFinite(value)) {
			return "-";
		}
		BigDecimal rounded = BigDecimal.valueOf(value).round(PRECISION).stripTrailingZeros();
		return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
	}

}
