/**
 * Log agents, as Debian ships them, on the files of a worker: what they bring to a
 * central store, under the faults that they meet.
 */
@NullMarked
package io.netraven.worker.shipping;

import org.jspecify.annotations.NullMarked;
