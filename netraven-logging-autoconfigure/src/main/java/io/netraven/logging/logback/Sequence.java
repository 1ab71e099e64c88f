package io.netraven.logging.logback;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers of the records of one start, from 1 without a hole, and what tells this start
 * from others. Thread-safe.
 */
final class Sequence {

	private static final int ID_LENGTH = 8;

	private final String id = new SecureRandom().ints(ID_LENGTH, 0, Character.MAX_RADIX)
		.collect(StringBuilder::new, (text, digit) -> text.append(Character.forDigit(digit, Character.MAX_RADIX)),
				StringBuilder::append)
		.toString();

	private final AtomicLong latest = new AtomicLong();

	String id() {
		return this.id;
	}

	long next() {
		return this.latest.incrementAndGet();
	}

}
