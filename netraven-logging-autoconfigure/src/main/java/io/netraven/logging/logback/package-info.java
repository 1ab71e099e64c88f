/**
 * The Logback side: takes what reaches the root logger, encodes it in Spring Boot's own
 * file format and hands it to the engine.
 */
@NullMarked
package io.netraven.logging.logback;

import org.jspecify.annotations.NullMarked;
