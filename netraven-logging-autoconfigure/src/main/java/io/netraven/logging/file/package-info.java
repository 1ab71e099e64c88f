/**
 * The engine: gets whole lines into one file that outlives the process, through every
 * outage of the file. These types are what a user of the engine needs; the packages below
 * are internal. Depends on neither Spring nor Logback.
 */
@NullMarked
package io.netraven.logging.file;

import org.jspecify.annotations.NullMarked;
