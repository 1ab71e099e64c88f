package io.netraven.logging.logback;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Recognises bytes that need no second look. Each record passes here, so eight bytes are
 * looked at at once.
 */
final class PlainText {

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long HIGH_BITS = 0x8080808080808080L;

	private PlainText() {
	}

	/**
	 * Returns whether a record is one line of printable ASCII characters and tabs.
	 * @param record a record in a charset that has ASCII as its first half
	 * @return {@code false} also if it is empty
	 */
	static boolean isLine(byte[] record) {
		int last = record.length - 1;
		if (last < 0) {
			return false;
		}
		int start = 0;
		for (; start + Long.BYTES <= last; start += Long.BYTES) {
			if (mayHaveOthers((long) WORDS.get(record, start)) && !isPrintable(record, start, start + Long.BYTES)) {
				return false;
			}
		}
		return isPrintable(record, start, last) && (record[last] == '\n' || isPrintable(record, last, last + 1));
	}

	/**
	 * Returns whether one of eight bytes may be below a blank, DEL, or not ASCII. A
	 * subtraction that borrows sets the highest bit of a byte.
	 * @param word the bytes
	 * @return whether they have to be looked at one by one
	 */
	private static boolean mayHaveOthers(long word) {
		long belowBlank = word - 0x2020202020202020L;
		long delete = (word ^ 0x7F7F7F7F7F7F7F7FL) - 0x0101010101010101L;
		return ((word | belowBlank | delete) & HIGH_BITS) != 0;
	}

	private static boolean isPrintable(byte[] record, int start, int end) {
		for (int i = start; i < end; i++) {
			byte next = record[i];
			if ((next < 0x20 && next != '\t') || next == 0x7F) {
				return false;
			}
		}
		return true;
	}

}
