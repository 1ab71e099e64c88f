/**
 * The lines that wait in memory. Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.buffer;

import org.jspecify.annotations.NullMarked;
