package io.netraven.logging.logback;

import java.util.Locale;

/**
 * Knows the characters that could forge a line, drive a terminal or hide text, and
 * escapes them: C0 except the tab, DEL, C1, line and paragraph separators, bidirectional
 * controls, the byte order mark and tag characters. Marks that scripts need (LRM, RLM,
 * joiners) are no such characters.
 */
final class HostileText {

	private static final String CONTINUATION = "\n\t| ";

	private HostileText() {
	}

	static boolean isHostile(int character) {
		if (character < 0x20) {
			return character != '\t';
		}
		if (character < 0xA0) {
			return character >= 0x7F;
		}
		return (character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)
				|| character == 0xFEFF || (character >= 0xE0000 && character <= 0xE007F);
	}

	static boolean isClean(CharSequence text) {
		return text.codePoints().noneMatch(HostileText::isHostile);
	}

	/**
	 * Escapes a text that belongs in one line.
	 * @param text the text
	 * @return the text itself if it is clean
	 */
	static String line(String text) {
		return isClean(text) ? text : escape(text, "\\n");
	}

	/**
	 * Escapes a text that may have several lines: all but the first begin with a tab and
	 * a bar.
	 * @param text the text
	 * @return the text itself if it is clean
	 */
	static String block(String text) {
		return isClean(text) ? text : escape(text.replace("\r\n", "\n"), CONTINUATION);
	}

	/**
	 * Escapes what is left in a record. Line breaks are part of its layout.
	 * @param record the record
	 * @param lineBreak what stands for a line break
	 * @return the record itself if it is clean
	 */
	static String record(String record, String lineBreak) {
		return isClean(record) ? record : escape(record, lineBreak);
	}

	private static String escape(String text, String lineBreak) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((character) -> {
			if (character == '\n') {
				escaped.append(lineBreak);
			}
			else if (isHostile(character)) {
				appendEscaped(escaped, character);
			}
			else {
				escaped.appendCodePoint(character);
			}
		});
		return escaped.toString();
	}

	private static void appendEscaped(StringBuilder escaped, int character) {
		for (char unit : Character.toChars(character)) {
			escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
		}
	}

}
