package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
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

	/**
	 * Sets the mode of a file without following a link, by its name in the open folder:
	 * since JDK 25, a view of the path follows links even if it is told not to.
	 * @param path the path of the file
	 * @param permissions its mode
	 * @throws IOException if the file system refuses
	 */
	public void setMode(Path path, Set<PosixFilePermission> permissions) throws IOException {
		try (DirectoryStream<Path> folder = Files.newDirectoryStream(path.resolveSibling(""))) {
			if (folder instanceof SecureDirectoryStream<Path> secure) {
				secure.getFileAttributeView(path.getFileName(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
					.setPermissions(permissions);
				return;
			}
		}
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
