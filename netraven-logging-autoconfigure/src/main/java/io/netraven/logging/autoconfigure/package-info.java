/**
 * Joins the log file with Spring Boot: properties, environment, application events and
 * beans.
 */
@NullMarked
package io.netraven.logging.autoconfigure;

import org.jspecify.annotations.NullMarked;
