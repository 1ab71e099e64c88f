package io.netraven.logging.file.queue;

import java.time.Instant;

import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Why the file is not writable, from the first error until the lines that had piled up
 * when the file could be opened again are written. All methods must be called with the
 * lock of the {@link QueueMonitor} held. {@link #begin} allocates nothing, so that it
 * works when memory is exhausted.
 */
final class FileFailure {

	private static final long NOT_YET = Long.MAX_VALUE;

	private @Nullable WriteDiagnosis diagnosis;

	private long since;

	private long count;

	/**
	 * Position that has to be written for the failure to be over.
	 */
	private long recoveredAt = NOT_YET;

	boolean exists() {
		return this.diagnosis != null;
	}

	boolean isRecovering() {
		return this.recoveredAt != NOT_YET;
	}

	/**
	 * Begins the failure, or notes its newest cause. If an error strikes, nothing has
	 * changed.
	 * @param newest what is wrong
	 */
	void begin(WriteDiagnosis newest) {
		long now = System.currentTimeMillis();
		if (this.diagnosis == null) {
			this.since = now;
			this.count++;
		}
		this.diagnosis = newest;
		this.recoveredAt = NOT_YET;
	}

	/**
	 * Begins the recovery. The file must be open again.
	 * @param backlog position of the newest line that had piled up
	 */
	void recover(long backlog) {
		if (exists()) {
			this.recoveredAt = backlog;
		}
	}

	void endIfRecovered(long written) {
		if (written >= this.recoveredAt) {
			this.diagnosis = null;
			this.recoveredAt = NOT_YET;
		}
	}

	long count() {
		return this.count;
	}

	@Nullable WriteFailure asFact() {
		return (this.diagnosis != null) ? new WriteFailure(this.diagnosis, Instant.ofEpochMilli(this.since)) : null;
	}

	@Nullable WriteDiagnosis diagnosis() {
		return this.diagnosis;
	}

}
