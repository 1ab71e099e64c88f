/**
 * Health indicator of the log file.
 */
@NullMarked
package io.netraven.logging.health;

import org.jspecify.annotations.NullMarked;
