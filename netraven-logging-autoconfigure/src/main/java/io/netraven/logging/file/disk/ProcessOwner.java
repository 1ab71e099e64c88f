package io.netraven.logging.file.disk;

import org.jspecify.annotations.Nullable;

/**
 * The user that this process runs as, described for an operator.
 *
 * @param words part of a sentence
 * @param ids argument for chown
 */
record ProcessOwner(String words, String ids) {

	/**
	 * Read once: it does not change while the process lives.
	 */
	private static volatile @Nullable Integer uid;

	/**
	 * Finds the user that the operating system takes as the owner of new files.
	 * @return the number of the user, or {@code null} if it is not known
	 */
	static @Nullable Integer uid() {
		Integer known = uid;
		if (known == null) {
			Credentials credentials = Credentials.current();
			known = (credentials != null) ? Integer.valueOf(credentials.uid()) : null;
			uid = known;
		}
		return known;
	}

	static ProcessOwner current() {
		Credentials credentials = Credentials.current();
		if (credentials == null) {
			String user = System.getProperty("user.name", "unknown");
			return new ProcessOwner("user " + user, user);
		}
		return new ProcessOwner("uid %d, gid %d".formatted(credentials.uid(), credentials.gid()), credentials.ids());
	}

	@Override
	public String toString() {
		return this.words;
	}

}
