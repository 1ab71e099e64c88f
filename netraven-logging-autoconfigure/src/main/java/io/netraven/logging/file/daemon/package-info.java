/**
 * The threads that look after a log file. They open it, follow its path, have it
 * archived, and say what becomes of it. Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.daemon;

import org.jspecify.annotations.NullMarked;
