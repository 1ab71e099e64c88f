/**
 * Auto-configuration of the log file: properties, environment variables, application
 * lifecycle and health.
 */
@NullMarked
package io.netraven.logging.autoconfigure;

import org.jspecify.annotations.NullMarked;
