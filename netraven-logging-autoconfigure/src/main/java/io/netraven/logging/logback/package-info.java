/**
 * Logback appender that encodes the events of the root logger in Spring Boot's file
 * format for the engine.
 */
@NullMarked
package io.netraven.logging.logback;

import org.jspecify.annotations.NullMarked;
