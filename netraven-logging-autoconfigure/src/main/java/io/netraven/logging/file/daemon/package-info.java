/**
 * The threads that look after a log file. They open it, follow its path, have it
 * archived, and report outages. Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.daemon;

import org.jspecify.annotations.NullMarked;
