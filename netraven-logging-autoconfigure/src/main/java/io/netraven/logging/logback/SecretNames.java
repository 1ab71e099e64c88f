package io.netraven.logging.logback;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

	private final Map<String, Boolean> decided = new ConcurrentHashMap<>();

	SecretNames(Collection<String> additional, Collection<String> ignored) {
		this.additional = plain(additional);
		this.ignored = plain(ignored);
	}

	private static Set<String> plain(Collection<String> names) {
		return names.stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_.\\s]", "");
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
