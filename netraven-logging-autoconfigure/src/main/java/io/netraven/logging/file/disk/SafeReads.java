package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Opens a file for reading whose name a stranger may have given to something else
 * meanwhile. Opening it for writing as well does not wait if it is a FIFO, and a FIFO has
 * no position.
 */
final class SafeReads {

	private SafeReads() {
	}

	static InputStream open(Path path) throws IOException {
		FileChannel channel = channel(path);
		try {
			channel.position(0);
			return Channels.newInputStream(channel);
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	private static FileChannel channel(Path path) throws IOException {
		try {
			return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		}
		catch (FileSystemException ex) {
			return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
		}
	}

}
