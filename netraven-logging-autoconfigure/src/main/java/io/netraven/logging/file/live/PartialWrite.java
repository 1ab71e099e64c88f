package io.netraven.logging.file.live;

import java.io.IOException;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.OpenFile;

/**
 * What a file has of a batch whose write failed.
 *
 * @param bytes how many bytes, from the batch's beginning
 * @param last whether they are the last ones of the file; otherwise another process has
 * written behind them
 * @author NetRaven maintainers
 */
public record PartialWrite(int bytes, boolean last) {

	/**
	 * Nothing of a batch, and nothing of others.
	 */
	public static final PartialWrite NOTHING = new PartialWrite(0, true);

	/**
	 * Most bytes that are searched, unless the batch is longer. Where others have written
	 * more, lines may stand twice.
	 */
	private static final int SEARCHED_BYTES = 4 * 1024 * 1024;

	static PartialWrite of(Batch batch, OpenFile file, long known) {
		try {
			long grown = file.size() - known;
			if (grown <= 0 || grown > Math.max(SEARCHED_BYTES, batch.length())) {
				return new PartialWrite(0, grown == 0);
			}
			PartialWrite part = in(file.read(known, (int) grown), batch.content());
			boolean alone = part.bytes() == grown;
			return (alone || !batch.startsInsideLine()) ? part : new PartialWrite(0, false);
		}
		catch (IOException ex) {
			return new PartialWrite(0, false);
		}
	}

	/**
	 * Find the longest beginning of a batch in what a file has grown by.
	 * @param grown what the file has grown by, by this process and perhaps by others
	 * @param batch what was written
	 * @return what of it is there
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
	 * For each beginning of a batch, find the longest shorter one that it ends with.
	 * @param batch the batch
	 * @return the lengths, by length
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
