/**
 * The live file: the log file that is open for appending. Internal, may change at any
 * time.
 */
@NullMarked
package io.netraven.logging.file.live;

import org.jspecify.annotations.NullMarked;
