/**
 * What was measured, and the tables and charts that show it.
 */
@NullMarked
package io.netraven.benchmarks.report;

import org.jspecify.annotations.NullMarked;
