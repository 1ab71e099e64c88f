/**
 * Rotation: the live file becomes an archive, and archives are compressed and deleted.
 * Internal, may change at any time.
 */
@NullMarked
package io.netraven.logging.file.archive;

import org.jspecify.annotations.NullMarked;
