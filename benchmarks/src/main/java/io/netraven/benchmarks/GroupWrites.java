package io.netraven.benchmarks;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The least that has to be done for lines of several threads that share their writes: a
 * line is handed over with one exchange, one of the callers writes what has been handed
 * over, the others look whether theirs is written. As long as the callers come back
 * together, whoever is first waits a moment for the next one, so that one write takes
 * both lines. No order, no bound, no other process, no failed write.
 *
 * @author NetRaven maintainers
 */
final class GroupWrites extends EncodingAppender {

	private static final int BATCH = 64 * 1024;

	/** So often a caller looks before it lets others run. */
	private static final int LOOKS = 300;

	/** So often a caller looks whether another one comes. */
	private static final int LOOKS_FOR_COMPANY = 60;

	private final FileOutputStream file;

	private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();

	private final AtomicBoolean writing = new AtomicBoolean();

	private final byte[] batch = new byte[BATCH];

	private volatile boolean inCompany;

	GroupWrites(Path file) throws IOException {
		this(new FileOutputStream(file.toFile(), true));
	}

	private GroupWrites(FileOutputStream file) {
		super(file);
		this.file = file;
	}

	@Override
	void take(byte[] line) throws IOException {
		Waiting mine = new Waiting(line);
		this.waiting.accumulateAndGet(mine, (first, added) -> added.before(first));
		int looksForCompany = 0;
		for (int looks = 1; !mine.written; looks++) {
			if (this.writing.get()) {
				if (looks % LOOKS == 0) {
					Thread.yield();
				}
			}
			else if (this.inCompany && isAlone() && looksForCompany < LOOKS_FOR_COMPANY) {
				looksForCompany++;
			}
			else if (this.writing.compareAndSet(false, true)) {
				writeAll();
				this.writing.set(false);
			}
			Thread.onSpinWait();
		}
	}

	private boolean isAlone() {
		Waiting first = this.waiting.get();
		return first == null || first.next == null;
	}

	private void writeAll() throws IOException {
		Waiting first = this.waiting.getAndSet(null);
		int length = 0;
		for (Waiting next = first; next != null; next = next.next) {
			System.arraycopy(next.line, 0, this.batch, length, next.line.length);
			length += next.line.length;
		}
		if (first != null) {
			this.file.write(this.batch, 0, length);
			this.inCompany = first.next != null || this.waiting.get() != null;
		}
		while (first != null) {
			Waiting next = first.next;
			first.written = true;
			first = next;
		}
	}

	/**
	 * A line that was handed over.
	 */
	private static final class Waiting {

		private final byte[] line;

		private @Nullable Waiting next;

		private volatile boolean written;

		Waiting(byte[] line) {
			this.line = line;
		}

		Waiting before(@Nullable Waiting other) {
			this.next = other;
			return this;
		}

	}

}
