/**
 * The same faults for Spring Boot's own log file and for this library's, side by side.
 */
@NullMarked
package io.netraven.worker.comparison;

import org.jspecify.annotations.NullMarked;
