package io.netraven.benchmarks;

/**
 * One figure of one run.
 *
 * @param experiment what was done
 * @param subject whom it was done to, mostly a {@link Contender}
 * @param load how much of it: threads, archives, or whatever the experiment varies
 * @param metric what was measured
 * @param unit of the value
 * @param round which repetition; every subject has its turn in each
 * @param value the figure
 * @author NetRaven maintainers
 */
record Measurement(String experiment, String subject, String load, String metric, String unit, int round,
		double value) {

}
