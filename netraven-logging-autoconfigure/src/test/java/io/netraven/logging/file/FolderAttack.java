package io.netraven.logging.file;

/**
 * What the stranger does before the worker starts.
 */
enum FolderAttack {

	LINK_AT_THE_PATH("ln -s ../secret worker.log", "false"),

	FILE_AT_THE_PATH(": > worker.log; chmod 666 worker.log", "true"),

	HARD_LINK_AT_THE_PATH(": > mine; chmod 666 mine; ln mine worker.log", "false"),

	FIFO_AT_THE_PATH("mkfifo worker.log; chmod 666 worker.log", "false"),

	LINK_WITH_THE_NAME_OF_AN_ARCHIVE("ln -s ../secret worker.log.20200101T000000.000Z",
			"test -L worker.log.20200101T000000.000Z"),

	COMPRESSED_ARCHIVE("echo planted | gzip > FORMER.gz", "test \"$(zcat FORMER.gz)\" = planted"),

	NAMES_OF_TEMPORARY_FILES("mkfifo .FORMER.gz.tmp; ln -s ../secret .worker.log.next",
			"test -p .FORMER.gz.tmp && test -L .worker.log.next");

	/**
	 * An archive of the worker's own.
	 */
	static final String FORMER_ARCHIVE = "worker.log.20261101T000000.000Z";

	private final String plant;

	private final String stillThere;

	FolderAttack(String plant, String stillThere) {
		this.plant = plant.replace("FORMER", FORMER_ARCHIVE);
		this.stillThere = stillThere.replace("FORMER", FORMER_ARCHIVE);
	}

	String plant() {
		return this.plant;
	}

	/**
	 * Returns a script that fails if something has happened to what was planted.
	 * @return the script
	 */
	String stillThere() {
		return this.stillThere;
	}

	/**
	 * Returns whether the log waits until the planted file is gone. A regular file of the
	 * group belongs to the log where only the group may write.
	 * @param mode the mode of the folder
	 * @return whether it is an outage
	 */
	boolean isRefused(int mode) {
		return (this == FILE_AT_THE_PATH) ? mode != 02775 : this.stillThere.equals("false");
	}

}
