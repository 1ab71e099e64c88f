/**
 * Access to the files of the operating system, and the diagnosis of its errors. Internal,
 * may change at any time.
 */
@NullMarked
package io.netraven.logging.file.disk;

import org.jspecify.annotations.NullMarked;
