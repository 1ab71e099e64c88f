package io.netraven.logging.logback;

import java.util.Locale;

/**
 * How a format names what it writes for an MDC entry or a key-value pair.
 */
enum MemberNames {

	/**
	 * Names are written as they are.
	 */
	FLAT,

	/**
	 * A dot leads into a nested object.
	 */
	NESTED {

		@Override
		String first(String written) {
			int dot = written.indexOf('.');
			return (dot >= 0) ? written.substring(0, dot) : written;
		}

		@Override
		boolean nests(String written, String other) {
			return written.startsWith(other + ".") || other.startsWith(written + ".");
		}

		@Override
		String withSuffix(String name, int suffix) {
			String first = first(name);
			return first + "_" + suffix + name.substring(first.length());
		}

	},

	/**
	 * An underscore is put before each name, some characters are not allowed, and neither
	 * is {@code id}.
	 */
	GELF {

		@Override
		String allowed(String key) {
			String name = key.replaceAll("[^\\w.\\-]", "_");
			return written(name).equals("_id") ? name + "_1" : name;
		}

		@Override
		String written(String name) {
			return name.startsWith("_") ? name : "_" + name;
		}

	};

	/**
	 * Returns a name that the format writes.
	 * @param key the name of the entry or pair
	 * @return the same, unless the format would leave it out
	 */
	String allowed(String key) {
		return key.isEmpty() ? "_" : key;
	}

	String written(String name) {
		return name;
	}

	String first(String written) {
		return written;
	}

	boolean nests(String written, String other) {
		return false;
	}

	String withSuffix(String name, int suffix) {
		return name + "_" + suffix;
	}

	static MemberNames of(String format) {
		return switch (format.toLowerCase(Locale.ROOT)) {
			case "ecs" -> NESTED;
			case "gelf" -> GELF;
			default -> FLAT;
		};
	}

}
