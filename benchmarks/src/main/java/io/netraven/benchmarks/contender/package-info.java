/**
 * The ways to get log lines into a file that are compared: this library, what else a
 * Spring user could pick, and the limits of the machine.
 */
@NullMarked
package io.netraven.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
