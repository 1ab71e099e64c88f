package io.netraven.logging.file.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A temporary file under a lock that ends with its process, so that nobody takes it for a
 * leftover while it is being made.
 *
 * @author NetRaven maintainers
 */
final class LockedFile implements TemporaryFile {

	private final FileChannel channel;

	private final @Nullable FileLock lock;

	LockedFile(Path path) throws IOException {
		this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
		this.lock = lock(this.channel);
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	boolean isLocked() {
		return this.lock != null;
	}

	@Override
	public OutputStream stream() {
		return new FilterOutputStream(Channels.newOutputStream(this.channel)) {

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				this.out.write(bytes, offset, length);
			}

			@Override
			public void close() {
				// the lock is to be kept until the file has its final name
			}

		};
	}

	@Override
	public void sync() throws IOException {
		this.channel.force(true);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
