/**
 * Measures the library beside every appender that a Spring user could pick instead, and
 * beside the limits of the machine.
 */
@NullMarked
package io.netraven.benchmarks;

import org.jspecify.annotations.NullMarked;
