/**
 * Meters of the log file.
 */
@NullMarked
package io.netraven.logging.metrics;

import org.jspecify.annotations.NullMarked;
