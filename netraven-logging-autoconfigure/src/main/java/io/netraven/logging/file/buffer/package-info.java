/**
 * The lines that wait for the file, in a bounded amount of memory. Internal, may change
 * at any time.
 */
@NullMarked
package io.netraven.logging.file.buffer;

import org.jspecify.annotations.NullMarked;
