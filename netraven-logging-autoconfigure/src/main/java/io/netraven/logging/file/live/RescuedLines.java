package io.netraven.logging.file.live;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Copies what was written to a removed file since its path was last found to name it:
 * whole lines, from one open file to another. Used by the file thread; each call may hang
 * with the disk.
 */
public final class RescuedLines {

	/**
	 * Maximum number of bytes that are in memory at once.
	 */
	public static final int CHUNK = 64 * 1024;

	private final LiveFile removed;

	/**
	 * Position in the removed file of the next byte to copy: the beginning of a line.
	 */
	private long position;

	/**
	 * Prepares to copy.
	 * @param removed the removed file, which must be open
	 * @throws IOException if it cannot be read
	 */
	public RescuedLines(LiveFile removed) throws IOException {
		this.removed = removed;
		this.position = afterLastLine(0, removed.endSeen());
	}

	/**
	 * Copies the whole lines that are there now. A line that is being written is left for
	 * the next call.
	 * @param next the file to append to, which nobody else writes to
	 * @param goesOn whether to go on with the next chunk
	 * @return the number of bytes that were copied
	 * @throws IOException if they cannot be read or written; some of them may have been
	 */
	public long copyTo(LiveFile next, BooleanSupplier goesOn) throws IOException {
		long begin = this.position;
		long end = afterLastLine(begin, this.removed.presentSize());
		while (this.position < end && goesOn.getAsBoolean()) {
			byte[] chunk = this.removed.read(this.position, (int) Math.min(CHUNK, end - this.position));
			if (chunk.length == 0 || !goesOn.getAsBoolean()) {
				break;
			}
			next.append(chunk);
			this.position += chunk.length;
			this.removed.noteRescued(chunk.length);
		}
		return this.position - begin;
	}

	/**
	 * Finds the last line that ends in a part of the removed file.
	 * @param begin where the part begins
	 * @param end where it ends
	 * @return the position behind that line, or {@code begin} if no line ends there
	 * @throws IOException if the file cannot be read
	 */
	private long afterLastLine(long begin, long end) throws IOException {
		LineEnd lineEnd = this.removed.lineEnd();
		long to = end;
		while (to > begin) {
			long from = Math.max(begin, (to - 1) / CHUNK * CHUNK);
			int behind = lineEnd.behindLastIn(this.removed.read(from, (int) (to - from)));
			if (behind > 0) {
				return from + behind;
			}
			to = from;
		}
		return begin;
	}

}
