package io.netraven.logging.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * A file that was removed, and that a test still has open.
 *
 * @param file the file
 * @param seen its size before the path was last seen to name it
 * @param size its size when it was removed
 */
record RemovedFile(FileChannel file, long seen, long size) implements AutoCloseable {

	String content() {
		try {
			ByteBuffer content = ByteBuffer.allocate((int) this.file.size());
			while (content.hasRemaining() && this.file.read(content, content.position()) >= 0) {
				continue;
			}
			return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	NumberedLines thrownAway() {
		return new NumberedLines(content().substring(0, (int) this.seen));
	}

	/**
	 * Returns the lines that end behind the removal.
	 * @return lines
	 */
	NumberedLines behindItsRemoval() {
		String content = content();
		return new NumberedLines(content.substring(content.lastIndexOf('\n', (int) this.size - 1) + 1));
	}

	boolean hasLinesBehindItsRemoval() {
		return !behindItsRemoval().content().isEmpty();
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
