package io.netraven.logging.file.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

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

	DiskFile(Path path) throws IOException {
		this.stream = new FileOutputStream(path.toFile(), true);
		this.reader = openReader(path);
	}

	private static @Nullable FileChannel openReader(Path path) {
		try {
			return FileChannel.open(path, StandardOpenOption.READ);
		}
		catch (IOException ex) {
			return null;
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
