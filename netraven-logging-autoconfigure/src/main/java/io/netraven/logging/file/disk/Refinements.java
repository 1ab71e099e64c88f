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
 * Calls that only refine what was done to a file. SMB, FUSE and other mounts may refuse
 * any of them, always, although the file is there and takes bytes.
 *
 * @author NetRaven maintainers
 */
public class Refinements {

	public Set<PosixFilePermission> mode(Path path) throws IOException {
		return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
	}

	public void setMode(Path path, Set<PosixFilePermission> permissions) throws IOException {
		Files.setPosixFilePermissions(path, permissions);
	}

	/**
	 * Take a lock on a file, without waiting for it.
	 * @param channel the file
	 * @return the lock, or {@code null} if somebody else has it
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
