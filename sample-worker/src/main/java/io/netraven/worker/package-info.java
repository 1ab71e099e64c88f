/**
 * A worker that checks whether the devices of its inventory can be reached.
 */
@NullMarked
package io.netraven.worker;

import org.jspecify.annotations.NullMarked;
