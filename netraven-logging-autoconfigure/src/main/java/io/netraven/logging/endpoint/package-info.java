/**
 * Actuator endpoint of the log file.
 */
@NullMarked
package io.netraven.logging.endpoint;

import org.jspecify.annotations.NullMarked;
