/**
 * Decides which thread writes the pending lines: a caller or the file thread, one at a
 * time. Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.queue;

import org.jspecify.annotations.NullMarked;
