/**
 * Threads, deadlines and wake-up signals, as the engine needs them. Internal, may change
 * at any time.
 */
@NullMarked
package io.netraven.logging.file.concurrent;

import org.jspecify.annotations.NullMarked;
