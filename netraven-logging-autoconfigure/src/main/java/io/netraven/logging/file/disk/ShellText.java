package io.netraven.logging.file.disk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Quotes paths for commands that an operator copies into a shell (bash).
 */
final class ShellText {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/][A-Za-z0-9_/.,:+@%=-]*");

	private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

	private ShellText() {
	}

	/**
	 * Quotes one word of a command.
	 * @param text any text, such as a path or a path object
	 * @return the word, which has no control characters and stands for exactly that text
	 */
	static String quote(Object text) {
		String word = text.toString();
		if (PLAIN.matcher(word).matches()) {
			return word;
		}
		if (!UNPRINTABLE.matcher(word).find()) {
			return "'" + word.replace("'", "'\\''") + "'";
		}
		String escaped = word.replace("\\", "\\\\").replace("'", "\\'");
		return "$'" + UNPRINTABLE.matcher(escaped).replaceAll((match) -> escaped(match.group())) + "'";
	}

	private static String escaped(String character) {
		StringBuilder bytes = new StringBuilder();
		for (byte next : character.getBytes(StandardCharsets.UTF_8)) {
			bytes.append(String.format(Locale.ROOT, "\\\\x%02x", next));
		}
		return bytes.toString();
	}

}
