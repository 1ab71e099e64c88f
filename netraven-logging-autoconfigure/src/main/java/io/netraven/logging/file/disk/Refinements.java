package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Optional calls that refine what was done to a file. SMB, FUSE and other mounts may
 * always refuse any of them although the file exists and is writable.
 */
public class Refinements {

	public Set<PosixFilePermission> mode(Path path) throws IOException {
		return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
	}

	public void setMode(Path path, Set<PosixFilePermission> permissions) throws IOException {
		Files.setPosixFilePermissions(path, permissions);
	}

	/**
	 * Tries to lock a file, without waiting.
	 * @param channel the file
	 * @return the lock, or {@code null} if another process, or another channel of this
	 * one, holds it
	 * @throws IOException if the file system has no locks
	 */
	public @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	public void sync(FileChannel channel) throws IOException {
		channel.force(true);
	}

}
