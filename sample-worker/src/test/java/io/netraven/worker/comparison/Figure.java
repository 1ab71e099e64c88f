package io.netraven.worker.comparison;

/**
 * What is measured of a contender, in the order of the tables.
 */
enum Figure {

	STARTS("starts"),

	MISSING_AT_OTHER("missing on the other volume"),

	MISSING_AT_PATH("missing at the path"),

	MISSING("missing"),

	MARKED("marked"),

	UNMARKED("unmarked"),

	TORN("torn or merged"),

	DOUBLED("doubled"),

	DISORDERED("out of order"),

	NUL_BYTES("NUL bytes"),

	UNCONFIRMED("unconfirmed"),

	THREADS_CAUGHT("threads caught"),

	LONGEST_CALL("longest call of the others in ms:"),

	STDOUT_LINES("stdout lines meanwhile"),

	HOOKS_DONE("shutdown hooks done after ms:"),

	KEPT_INTERRUPTS("kept interrupts"),

	LOST_INTERRUPTS("lost interrupts"),

	COMPLAINTS("complaints"),

	HEALTH("health"),

	HEALTH_AFTER_A_SECOND("health after 1 s"),

	HEALS("heals");

	private final String title;

	Figure(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

}
