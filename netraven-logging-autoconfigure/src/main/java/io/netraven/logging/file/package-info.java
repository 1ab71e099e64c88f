/**
 * The engine: takes whole lines and gets them into a file that survives. It knows neither
 * Spring nor Logback.
 */
@NullMarked
package io.netraven.logging.file;

import org.jspecify.annotations.NullMarked;
