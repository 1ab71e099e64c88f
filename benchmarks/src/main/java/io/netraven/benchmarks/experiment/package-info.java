/**
 * What is done to the contenders: throughput and slow calls by turns and in separate
 * JVMs, allocation, a killed process, a hung disk, outages, archives and cold starts.
 */
@NullMarked
package io.netraven.benchmarks.experiment;

import org.jspecify.annotations.NullMarked;
