package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.netraven.logging.file.ArchivedFile;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.FileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Rotation of one log file, as the file thread drives it. If it fails, the file grows and
 * no line is lost. Used by the file thread; any thread may call {@link #problem()} and
 * ask for counts and sizes.
 */
public final class LogRotation {

	private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

	private final FileOperations operations;

	private final Path live;

	private final RotationSettings settings;

	private final Set<PosixFilePermission> permissions;

	private final RotationTrigger trigger;

	private final RotationProblems problems;

	private final ArchiveCare care;

	/**
	 * How often the live file was archived. Written by the file thread in charge.
	 */
	private volatile long rotations;

	private volatile long failures;

	private long nextLookForSpaceNanos = System.nanoTime();

	private long nextTryNanos = System.nanoTime();

	/**
	 * The file that {@link #isDue} was asked about. No other file is archived.
	 */
	private @Nullable FileFacts lastSeen;

	/**
	 * Creates the rotation of a file.
	 * @param settings when it is archived, and how long archives are kept
	 * @param operations access to the disk
	 * @param live the path of the live file
	 * @param clock the clock of the names of archives, and of the days
	 * @param shortestStay how long a live file keeps its name at least, unless the cap
	 * needs it
	 * @param complain called once for each problem
	 */
	public LogRotation(LogFileSettings settings, FileOperations operations, Path live, Clock clock,
			Duration shortestStay, Consumer<WriteDiagnosis> complain) {
		this.operations = operations;
		this.live = live;
		this.permissions = settings.permissions();
		this.settings = settings.rotation();
		this.trigger = new RotationTrigger(this.settings, clock, shortestStay);
		this.problems = new RotationProblems(live, complain);
		this.care = new ArchiveCare(settings, operations, live, clock, this.problems);
	}

	/**
	 * Archives a file of an earlier run if it is due by size or day.
	 * @param live the path of the live file
	 */
	public void beforeOpening(Path live) {
		try {
			FileFacts found = this.operations.look(live);
			if (found.kind() == Kind.REGULAR) {
				this.trigger.takeOver(found);
				this.problems.notes().mode(found.owner(), this.permissions);
				this.problems.notes().link(this.settings.enabled() && this.operations.isLink(live));
				if (isDue(found, this.settings.enabled() && this.settings.onStart())) {
					archive(live, true);
				}
			}
		}
		catch (IOException ex) {
			// there is no file yet, or opening it will show what is wrong
		}
	}

	public void begin() {
		this.trigger.begin();
	}

	public long limit() {
		return this.trigger.limit();
	}

	public boolean isDue(FileFacts live, boolean demanded) {
		this.lastSeen = live;
		return (demanded && live.size() > 0)
				|| (this.trigger.isDue(live) && System.nanoTime() - this.nextTryNanos >= 0);
	}

	/**
	 * Renames the live file unless another process has done so. This process may write to
	 * the archive until it is {@link #closed}.
	 * @param live the path of the live file
	 * @return the archive, or empty if the file is gone or cannot be renamed
	 */
	public Optional<Path> archive(Path live) {
		return archive(live, false);
	}

	private Optional<Path> archive(Path live, boolean found) {
		try {
			FileFacts file = this.operations.lookAtEntry(live);
			this.problems.notes().link(file.kind() == Kind.LINK);
			if (this.lastSeen == null || !file.isSameFileAs(this.lastSeen)) {
				return Optional.empty();
			}
			Path archive = this.care.archive(live, file, found);
			this.trigger.begin();
			this.problems.renamed();
			countRotation();
			return Optional.of(archive);
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			failed(ex);
			return Optional.empty();
		}
	}

	/**
	 * Returns whether the live file was found to be a symbolic link, which is not
	 * archived.
	 * @return whether an attempt would be in vain
	 */
	public boolean isLink() {
		return this.problems.notes().isLink();
	}

	/**
	 * Archives a file that a hand-over has left under its hidden name, or that cannot be
	 * given its name.
	 * @param hidden the path of the file
	 * @param open whether this process may write to the archive until it is
	 * {@link #closed}
	 * @return the archive
	 * @throws IOException if it cannot be archived
	 */
	public Path archiveLeft(Path hidden, boolean open) throws IOException {
		return this.care.archive(hidden, this.operations.lookAtEntry(hidden), !open);
	}

	/**
	 * Records that the live file cannot be archived. It is tried again later.
	 * @param ex what went wrong
	 */
	public void failed(IOException ex) {
		countFailure();
		this.nextTryNanos = System.nanoTime() + RETRY_NANOS;
		this.problems.renameFailed(ex);
	}

	/**
	 * Declares that this process no longer writes to an archive.
	 * @param archive the archive
	 * @param known the size in bytes as far as this process knows
	 */
	public void closed(Path archive, long known) {
		this.care.closed(archive, known);
	}

	/**
	 * Has archives deleted soon if the volume has too little free space.
	 * @param free the free space in bytes
	 */
	public void noteFreeSpace(long free) {
		long now = System.nanoTime();
		if (free < this.settings.limits().minFreeSpace() && now - this.nextLookForSpaceNanos >= 0) {
			this.nextLookForSpaceNanos = now + RETRY_NANOS;
			this.care.wake();
		}
	}

	/**
	 * Starts the archive thread if there is work. Returns immediately.
	 */
	public void tend() {
		LastingNotes notes = this.problems.notes();
		FileFacts seen = this.lastSeen;
		notes.fileSystem(this.operations.refused(), seen == null || seen.key() != null);
		if (seen != null && notes.isModeWide()) {
			notes.mode(seen.owner(), this.permissions);
		}
		if (notes.isLink()) {
			notes.link(this.operations.isLink(this.live));
		}
		this.care.tend();
	}

	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void countRotation() {
		this.rotations++;
	}

	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void countFailure() {
		this.failures++;
	}

	public long rotations() {
		return this.rotations;
	}

	public long failures() {
		return this.failures;
	}

	/**
	 * Returns how many archives there are.
	 * @return the number, or -1 while the folder has not been read
	 */
	public long archives() {
		return this.care.archives();
	}

	/**
	 * Returns the size of all archives together.
	 * @return the size in bytes, or -1 while the folder has not been read
	 */
	public long archivesSize() {
		return this.care.archivesSize();
	}

	/**
	 * Returns the newest archives that are known.
	 * @return at most 100 archives, the newest first
	 */
	public List<ArchivedFile> newestArchives() {
		return this.care.newestArchives();
	}

	public @Nullable WriteDiagnosis problem() {
		return this.problems.current();
	}

}
