package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import io.netraven.logging.file.FileOperations.FileFacts;
import org.jspecify.annotations.Nullable;

/**
 * Opens the file, tries it again after a failure, follows its path, and writes what no
 * caller writes. It may hang with the disk: then the watch thread starts another one, and
 * this one ends as soon as it comes back.
 *
 * @author NetRaven maintainers
 */
final class FileThread implements Runnable {

	static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();

	private final LogFileSettings settings;

	private final TimeLimits limits;

	private final FileOperations operations;

	private final LogFileOpener opener;

	private final WriteQueue queue;

	private final FileRequests requests;

	private final Consumer<String> followed;

	private final RetrySchedule retry;

	private long dueAt = System.nanoTime();

	private boolean failing;

	private long lastSize;

	FileThread(LogFileSettings settings, TimeLimits limits, FileOperations operations, WriteQueue queue,
			FileRequests requests, Consumer<String> followed) {
		this.settings = settings;
		this.limits = limits;
		this.operations = operations;
		this.opener = new LogFileOpener(operations, settings);
		this.queue = queue;
		this.requests = requests;
		this.followed = followed;
		this.retry = new RetrySchedule(settings.maxRetryInterval());
	}

	@Override
	public void run() {
		while (this.requests.isCurrent(this) && !this.requests.isFinished()) {
			try {
				attend();
				writeWhatIsDue();
				closeRetired();
			}
			catch (IOException | RuntimeException | Error ex) {
				this.queue.fail(WriteProblems.unexpected(this.settings.file(), ex));
			}
			this.requests.await(Math.max(1, this.dueAt - System.nanoTime()));
		}
		if (this.requests.isCurrent(this)) {
			closeFile();
		}
	}

	private void attend() {
		QueueFacts facts = this.queue.facts();
		if (!facts.open() && !this.requests.shouldOpen(facts)) {
			this.dueAt = this.requests.captureEnds();
			return;
		}
		if (facts.failure() != null && !this.failing) {
			this.failing = true;
			scheduleRetry();
		}
		boolean due = System.nanoTime() - this.dueAt >= 0;
		if (facts.open() && !this.failing) {
			if (due) {
				follow();
			}
		}
		else if (due || this.requests.takeRetryNow() || !this.failing) {
			tryToOpen();
		}
	}

	private void tryToOpen() {
		try {
			ActiveFile next = this.requests.timed("Opening", this.opener::open);
			if (!this.requests.isCurrent(this)) {
				next.close();
				return;
			}
			resume(next);
			if (!this.failing) {
				this.dueAt = System.nanoTime() + CHECK_NANOS;
			}
		}
		catch (IOException ex) {
			this.queue.fail(diagnosis(ex));
			this.failing = true;
			scheduleRetry();
		}
		this.requests.tried();
	}

	private void resume(ActiveFile next) throws IOException {
		ActiveFile former = this.queue.file();
		Batch torn = this.queue.torn();
		boolean same = former != null && next.isSameFileAs(former);
		this.lastSize = next.size();
		noteFreeSpace();
		if (former != null && same && torn == null) {
			next.close();
			this.queue.resume(former, torn, 0, true);
		}
		else {
			resume(former, torn, next, same);
		}
		writeWhatIsDue();
		if (this.queue.facts().failure() == null) {
			this.failing = false;
			this.retry.reset();
		}
		else {
			scheduleRetry();
		}
	}

	private void resume(@Nullable ActiveFile former, @Nullable Batch torn, ActiveFile next, boolean same)
			throws IOException {
		Landed landed = (former != null && torn != null) ? this.requests.timed("Reading", () -> former.landed(torn))
				: Landed.NOTHING;
		boolean goesOn = same && landed.last();
		if (former != null && goesOn) {
			next.continueAfter(former);
		}
		if (!this.queue.resume(next, torn, landed.bytes(), goesOn)) {
			replaceHung(next);
		}
	}

	private void scheduleRetry() {
		this.dueAt = System.nanoTime() + this.retry.nextNanos();
	}

	private void follow() {
		this.dueAt = System.nanoTime() + CHECK_NANOS;
		try {
			Path path = this.opener.path();
			ActiveFile file = this.queue.file();
			Optional<FileFacts> facts = this.requests.timed("Looking at", () -> lookAt(path));
			if (facts.isEmpty() || (file != null && !file.is(facts.get()))) {
				moveOn(facts.isEmpty());
			}
			else {
				noteSize(facts.get().size());
			}
			noteFreeSpace();
		}
		catch (IOException ex) {
			this.queue.fail(diagnosis(ex));
		}
	}

	private WriteDiagnosis diagnosis(IOException ex) {
		return (ex instanceof UnwritableFileException unwritable) ? unwritable.diagnosis()
				: WriteProblems.of(this.settings.file(), ex);
	}

	private Optional<FileFacts> lookAt(Path path) throws IOException {
		try {
			return Optional.of(this.operations.look(path));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	private void moveOn(boolean missing) throws IOException {
		ActiveFile next = this.requests.timed("Opening", this.opener::open);
		if (!this.requests.isCurrent(this)) {
			next.close();
			return;
		}
		this.lastSize = next.size();
		if (this.queue.facts().isStalled()) {
			replaceHung(next);
			return;
		}
		this.queue.offer(next);
		this.followed.accept((missing) ? "it was removed or renamed" : "another file has taken its place");
	}

	private void replaceHung(ActiveFile next) throws IOException {
		ActiveFile former = this.queue.file();
		boolean anotherFile = former != null && !next.isSameFileAs(former);
		if (anotherFile && this.queue.giveTurnUp(next, this.limits.giveUp().toNanos())) {
			this.followed.accept("a write to it did not return, and another file has taken its place");
			return;
		}
		next.close();
	}

	private void noteSize(long size) {
		if (size < this.lastSize) {
			this.followed.accept("it was cut from %d to %d bytes".formatted(this.lastSize, size));
		}
		this.lastSize = size;
	}

	private void noteFreeSpace() throws IOException {
		this.requests.noteFreeSpace(this.operations.freeSpace(this.opener.path()));
	}

	private void writeWhatIsDue() throws IOException {
		while (this.requests.isCurrent(this) && this.queue.takeTurnOfFileThread()) {
			this.requests.timed("Writing", () -> {
				this.queue.write();
				return true;
			});
		}
	}

	private void closeRetired() {
		ActiveFile unused = this.queue.pollRetired();
		while (unused != null) {
			close(unused);
			unused = this.queue.pollRetired();
		}
	}

	private void closeFile() {
		closeRetired();
		ActiveFile file = this.queue.file();
		if (file != null) {
			close(file);
		}
	}

	private static void close(ActiveFile file) {
		try {
			file.endFragment();
			file.close();
		}
		catch (IOException ex) {
			// nothing of ours is written to it any more
		}
	}

}
