/**
 * A signal, a deadline and a lock, as the engine needs them. Internal, may change at any
 * time.
 */
@NullMarked
package io.netraven.logging.file.concurrent;

import org.jspecify.annotations.NullMarked;
