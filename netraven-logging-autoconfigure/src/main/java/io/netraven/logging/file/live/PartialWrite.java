package io.netraven.logging.file.live;

import java.io.IOException;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.OpenFile;

/**
 * The part of a batch that a failed write has left in the file.
 *
 * @param bytes the number of bytes, from the beginning of the batch
 * @param last whether they are the last bytes of the file; otherwise another process has
 * written behind them
 */
public record PartialWrite(int bytes, boolean last) {

	/**
	 * Nothing of a batch, and nothing of other processes.
	 */
	public static final PartialWrite NOTHING = new PartialWrite(0, true);

	/**
	 * Maximum number of bytes that are searched, unless the batch is longer. If other
	 * processes have written more, lines may be duplicated.
	 */
	private static final int SEARCHED_BYTES = 4 * 1024 * 1024;

	/**
	 * Finds out how much of a batch is in a file. The rest of a line alone may look like
	 * the end of a line of another process. With a whole line behind it, it does not.
	 * @param batch the batch
	 * @param file the file
	 * @param known the size of the file before the write
	 * @param lineEnd what ends a line
	 * @return the part that is in the file; nothing if that cannot be found out
	 */
	static PartialWrite of(Batch batch, OpenFile file, long known, LineEnd lineEnd) {
		try {
			long grown = file.size() - known;
			if (grown <= 0 || grown > Math.max(SEARCHED_BYTES, batch.length())) {
				return new PartialWrite(0, grown == 0);
			}
			byte[] content = batch.content();
			PartialWrite part = in(file.read(known, (int) grown), content);
			boolean certain = part.bytes() == grown || !batch.startsInsideLine()
					|| lineEnd.countIn(content, part.bytes()) > 1;
			return (certain) ? part : new PartialWrite(0, false);
		}
		catch (IOException ex) {
			return new PartialWrite(0, false);
		}
	}

	/**
	 * Finds the longest prefix of a batch in the bytes that were added to a file.
	 * @param grown the bytes that were added, by this process and possibly by others
	 * @param batch the bytes that were to be written
	 * @return the part of the batch that is there
	 */
	public static PartialWrite in(byte[] grown, byte[] batch) {
		int[] borders = borders(batch);
		int longest = 0;
		int length = 0;
		for (byte next : grown) {
			length = extended(batch, borders, length, next);
			longest = Math.max(longest, length);
		}
		return new PartialWrite(longest, length == longest && (length > 0 || grown.length == 0));
	}

	/**
	 * Computes the failure function of the Knuth-Morris-Pratt search: for each prefix of
	 * a batch, the longest shorter prefix that it ends with.
	 * @param batch the batch
	 * @return the length of that prefix, by the length of the prefix
	 */
	private static int[] borders(byte[] batch) {
		int[] borders = new int[batch.length + 1];
		int length = 0;
		for (int i = 1; i < batch.length; i++) {
			length = extended(batch, borders, length, batch[i]);
			borders[i + 1] = length;
		}
		return borders;
	}

	private static int extended(byte[] batch, int[] borders, int matched, byte next) {
		int length = matched;
		while (length > 0 && (length == batch.length || batch[length] != next)) {
			length = borders[length];
		}
		return (length < batch.length && batch[length] == next) ? length + 1 : 0;
	}

}
