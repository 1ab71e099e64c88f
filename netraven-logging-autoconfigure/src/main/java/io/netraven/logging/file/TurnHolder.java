package io.netraven.logging.file;

/**
 * Who can have the turn to write, and how much of what waits one turn may take.
 *
 * @author NetRaven maintainers
 */
enum TurnHolder {

	/**
	 * A thread that logs. It writes for others as well, so its turn is short.
	 */
	CALLER(64 * 1024),

	/**
	 * The file thread, which has nothing else to do: the larger a write is, the less the
	 * system asks for each of its bytes.
	 */
	FILE_THREAD(256 * 1024);

	private final int mostBytes;

	TurnHolder(int mostBytes) {
		this.mostBytes = mostBytes;
	}

	/**
	 * Most bytes of one turn. A single line may be longer and is then a batch of its own.
	 * @return number of bytes
	 */
	int mostBytes() {
		return this.mostBytes;
	}

}
