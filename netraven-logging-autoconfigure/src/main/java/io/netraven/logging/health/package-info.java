/**
 * Says in the application's health whether log lines reach the file.
 */
@NullMarked
package io.netraven.logging.health;

import org.jspecify.annotations.NullMarked;
