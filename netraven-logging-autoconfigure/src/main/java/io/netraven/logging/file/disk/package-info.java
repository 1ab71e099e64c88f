/**
 * The operating system's files, and what their errors mean. Internal, may change at any
 * time.
 */
@NullMarked
package io.netraven.logging.file.disk;

import org.jspecify.annotations.NullMarked;
