package io.netraven.logging.file;

/**
 * Makes the record that stands in the file where lines are missing.
 *
 * @author NetRaven maintainers
 */
@FunctionalInterface
public interface GapEncoder {

	/**
	 * Encode a gap as one record in the format of the file. Called on the thread that
	 * writes, at most once for each gap.
	 * @param gap the lines that are missing
	 * @return a whole record, the end of the line included
	 */
	byte[] encode(Gap gap);

	/**
	 * Returns what ends each record of the file, behind other text: a line feed in the
	 * charset of the file, without a byte order mark.
	 * @return as many bytes as the charset has in a unit; one by default
	 */
	default byte[] lineEnd() {
		return new byte[] { '\n' };
	}

}
