package io.netraven.logging.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thread that logs without pause and looks at the status each time.
 */
final class Traffic implements AutoCloseable {

	private final WriterRig rig;

	private final String line;

	private final Thread thread = new Thread(this::run, "traffic");

	private final Set<LogFileState> seen = new TreeSet<>();

	private volatile boolean ended;

	Traffic(WriterRig rig, int lineLength) {
		this.rig = rig;
		this.line = "x".repeat(lineLength);
	}

	void start() {
		this.thread.start();
	}

	private void run() {
		while (!this.ended) {
			this.rig.append(this.line);
			synchronized (this.seen) {
				this.seen.add(this.rig.status().state());
			}
		}
	}

	/**
	 * Returns what the status has said that it must not while the disk works.
	 * @param stalls whether a call to the disk lasts so long that it is a stall
	 * @return the states
	 */
	List<LogFileState> wrongStates(boolean stalls) {
		synchronized (this.seen) {
			List<LogFileState> wrong = new ArrayList<>(this.seen);
			wrong.remove(LogFileState.WRITING);
			if (stalls) {
				wrong.remove(LogFileState.STALLED);
			}
			return wrong;
		}
	}

	@Override
	public void close() {
		this.ended = true;
		Liveness.patiently().until(() -> !this.thread.isAlive());
	}

}
