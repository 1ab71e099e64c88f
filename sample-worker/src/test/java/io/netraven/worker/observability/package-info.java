/**
 * The alert rules and the dashboard, held against what the sample worker really shows.
 */
@NullMarked
package io.netraven.worker.observability;

import org.jspecify.annotations.NullMarked;
