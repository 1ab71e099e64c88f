package io.netraven.logging.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import io.netraven.logging.file.FileOperations.OpenFile;
import org.jspecify.annotations.Nullable;

/**
 * A real file. Streams write, because a file channel is closed for everybody when an
 * interrupted thread writes through it. A channel reads: only the file thread does, which
 * nobody interrupts.
 *
 * @author NetRaven maintainers
 */
final class DiskFile implements OpenFile {

	/**
	 * For callers: it keeps nothing for each thread that writes.
	 */
	private final FileOutputStream stream;

	/**
	 * For the file thread: it keeps a buffer outside the heap for each thread that
	 * writes, and so need not allocate one for each write.
	 */
	private final OutputStream largeWrites;

	/**
	 * Reads the file, or is {@code null} if it may be written but not read.
	 */
	private final @Nullable FileChannel reader;

	DiskFile(Path path) throws IOException {
		this.stream = new FileOutputStream(path.toFile(), true);
		this.largeWrites = openForLargeWrites(path);
		this.reader = openReader(path);
	}

	private OutputStream openForLargeWrites(Path path) throws IOException {
		try {
			return Files.newOutputStream(path, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			this.stream.close();
			throw ex;
		}
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
	public void writeMuch(byte[] bytes, int offset, int length) throws IOException {
		this.largeWrites.write(bytes, offset, length);
	}

	@Override
	public long size() throws IOException {
		return this.stream.getChannel().size();
	}

	@Override
	public byte[] read(long position, int length) throws IOException {
		return read(reader(), position, length);
	}

	static byte[] read(SeekableByteChannel channel, long position, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(length);
		channel.position(position);
		while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
			continue;
		}
		return Arrays.copyOf(buffer.array(), buffer.position());
	}

	private FileChannel reader() throws IOException {
		if (this.reader == null) {
			throw new IOException("The file cannot be read");
		}
		return this.reader;
	}

	@Override
	public void close() throws IOException {
		try (this.stream; this.largeWrites) {
			if (this.reader != null) {
				this.reader.close();
			}
		}
	}

}
