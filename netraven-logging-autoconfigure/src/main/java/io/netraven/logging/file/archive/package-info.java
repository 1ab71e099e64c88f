/**
 * What becomes of the live file when it is full: archives, compressed and pruned.
 * Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.archive;

import org.jspecify.annotations.NullMarked;
