package io.netraven.worker;

import java.time.Duration;

/**
 * How a device answered.
 *
 * @param answer kind of answer
 * @param after time until the answer, or until the check gave up
 */
record Reachability(Answer answer, Duration after) {

	boolean isReachable() {
		return this.answer == Answer.REACHABLE;
	}

	@Override
	public String toString() {
		String joint = (this.answer == Answer.REACHABLE) ? "in" : "after";
		return "%s %s %d ms".formatted(this.answer.text, joint, this.after.toMillis());
	}

	enum Answer {

		REACHABLE("reachable"), REFUSED("refused"), TIMED_OUT("timed out"), UNKNOWN_HOST("unknown host"),
		UNREACHABLE("unreachable");

		private final String text;

		Answer(String text) {
			this.text = text;
		}

	}

}
