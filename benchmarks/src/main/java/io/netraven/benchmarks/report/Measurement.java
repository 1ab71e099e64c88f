package io.netraven.benchmarks.report;

/**
 * One figure of one run.
 *
 * @param experiment what was done
 * @param subject whom it was done to, mostly a contender
 * @param metric what was measured, with its unit
 * @param round which repetition; every subject has its turn in each
 * @param value the figure
 */
public record Measurement(String experiment, String subject, String metric, int round, double value) {

}
