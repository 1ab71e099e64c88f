package io.netraven.logging.file.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A file of the operating system that is open for appending. Writes go through a stream,
 * because a file channel is closed for all threads when an interrupted one writes to it.
 * Reads go through a channel: only the file thread reads, and it is never interrupted.
 */
final class DiskFile implements OpenFile {

	private final FileOutputStream stream;

	/**
	 * Opened together with the stream, because the path may name another file when a
	 * write has failed. {@code null} if the process may write the file but not read it.
	 */
	private final @Nullable FileChannel reader;

	private DiskFile(FileOutputStream stream, @Nullable FileChannel reader) {
		this.stream = stream;
		this.reader = reader;
	}

	/**
	 * Opens an existing file if it is the one that was looked at before. Neither follows
	 * a link, nor creates a file, nor waits for the reader of a FIFO: the path may name
	 * anything by now. The stream is then opened through the descriptor, which no path
	 * can exchange.
	 * @param path the path
	 * @param key the key of the file
	 * @return the open file
	 * @throws NoSuchFileException if the path names another file now
	 * @throws IOException if the file cannot be opened
	 */
	static DiskFile open(Path path, Object key) throws IOException {
		Set<Path> before = OpenFileNames.descriptors();
		if (before.isEmpty()) {
			return openByName(path);
		}
		FileChannel entry = openEntry(path);
		try {
			Path descriptor = OpenFileNames.newDescriptor(key, before);
			if (descriptor == null) {
				throw new NoSuchFileException(path.toString(), null, "it names another file now");
			}
			return openByName(descriptor);
		}
		finally {
			entry.close();
		}
	}

	/**
	 * Opens a file to find out which it is.
	 * @param path the path
	 * @return an open channel
	 * @throws IOException if it cannot be opened
	 */
	private static FileChannel openEntry(Path path) throws IOException {
		try {
			return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		}
		catch (FileSystemException ex) {
			// it may not be read, or only be appended to (chattr +a)
			return FileChannel.open(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
		}
	}

	/**
	 * Opens whatever a path names.
	 * @param path the path
	 * @return the open file
	 * @throws IOException if it cannot be opened
	 */
	static DiskFile openByName(Path path) throws IOException {
		FileOutputStream stream = new FileOutputStream(path.toFile(), true);
		try {
			return new DiskFile(stream, FileChannel.open(path, StandardOpenOption.READ));
		}
		catch (IOException ex) {
			return new DiskFile(stream, null);
		}
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.stream.write(bytes, offset, length);
	}

	@Override
	public long size() throws IOException {
		return this.stream.getChannel().size();
	}

	@Override
	public byte[] read(long position, int length) throws IOException {
		if (this.reader == null) {
			throw new IOException("The file cannot be read");
		}
		return read(this.reader, position, length);
	}

	static byte[] read(SeekableByteChannel channel, long position, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(length);
		channel.position(position);
		while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
			continue;
		}
		return Arrays.copyOf(buffer.array(), buffer.position());
	}

	@Override
	public void force() throws IOException {
		this.stream.getChannel().force(false);
	}

	@Override
	public void close() throws IOException {
		try (this.stream) {
			if (this.reader != null) {
				this.reader.close();
			}
		}
	}

}
