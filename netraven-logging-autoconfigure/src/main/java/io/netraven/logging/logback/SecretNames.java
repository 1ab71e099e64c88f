package io.netraven.logging.logback;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows which names stand for secrets. Case, hyphens, underscores and dots do not matter.
 * Thread-safe.
 */
final class SecretNames {

	static final List<String> WORDS = List.of("password", "passwd", "pwd", "secret", "token", "credential",
			"credentials", "apikey", "privatekey", "accesskey", "passphrase");

	/**
	 * Variables of every shell, whose value is a folder.
	 */
	private static final Set<String> FOLDERS = Set.of("pwd", "oldpwd");

	private static final int MOST_REMEMBERED = 1000;

	private final Set<String> additional;

	private final Set<String> ignored;

	/**
	 * How the names of secrets end; also some that are none.
	 */
	private final NameEndings endings;

	private final Map<String, Boolean> decided = new ConcurrentHashMap<>();

	SecretNames(Collection<String> additional, Collection<String> ignored) {
		this.additional = plain(additional);
		this.ignored = plain(ignored);
		this.endings = new NameEndings(Stream.concat(WORDS.stream(), this.additional.stream()).toList());
	}

	private static Set<String> plain(Collection<String> names) {
		return names.stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
	}

	private static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		name.toLowerCase(Locale.ROOT)
			.chars()
			.filter((character) -> !NameEndings.isSeparator(character) && !Character.isWhitespace(character))
			.forEach((character) -> plain.append((char) character));
		return plain.toString();
	}

	/**
	 * Returns whether a name in a text is worth a closer look. Allocates nothing.
	 * @param text has the name
	 * @param from where the name begins
	 * @param to where it ends, exclusive
	 * @return {@code false} if it is certainly not the name of a secret
	 */
	boolean mayBeSecret(byte[] text, int from, int to) {
		return this.endings.match(text, from, to);
	}

	boolean isSecret(String name) {
		Boolean decision = this.decided.get(name);
		if (decision == null) {
			decision = decide(plain(name));
			if (this.decided.size() < MOST_REMEMBERED) {
				this.decided.put(name, decision);
			}
		}
		return decision;
	}

	private boolean decide(String name) {
		return !this.ignored.contains(name) && !FOLDERS.contains(name)
				&& (this.additional.contains(name) || WORDS.stream().anyMatch(name::endsWith));
	}

}
