package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import io.netraven.logging.file.FileFacts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Archives the live file and keeps its archives. Used by the file thread; what it says of
 * its problems may be read by any thread. A problem costs no line: the file grows.
 *
 * @author NetRaven maintainers
 */
final class LogRotation {

	private static final Duration RETRY = Duration.ofSeconds(10);

	private final FileOperations operations;

	private final RotationSettings settings;

	private final Clock clock;

	private final ArchiveFolder folder;

	private final Rotation rotation;

	private final ArchiveKeeper keeper;

	private final Consumer<WriteDiagnosis> complain;

	private Instant nextTry = Instant.MIN;

	private volatile @Nullable WriteDiagnosis renameProblem;

	private volatile @Nullable WriteDiagnosis archiveProblem;

	LogRotation(LogFileSettings settings, FileOperations operations, Path live, Clock clock,
			Consumer<WriteDiagnosis> complain) {
		this.operations = operations;
		this.settings = settings.rotation();
		this.clock = clock;
		this.folder = new ArchiveFolder(operations, new ArchiveNames(live));
		this.rotation = new Rotation(this.settings, settings.permissions(), this.folder, clock);
		this.keeper = new ArchiveKeeper(operations, this.settings, settings.permissions(), live, this.folder,
				this::noteArchiveOutcome);
		this.complain = complain;
	}

	/**
	 * Archive what is there if it is too large or of an earlier day.
	 * @param live the path
	 */
	void beforeOpening(Path live) {
		try {
			FileFacts found = this.operations.look(live);
			if (found.kind() == Kind.REGULAR && this.rotation.isDueBeforeOpening(found)) {
				archive(live).ifPresent(this.folder::closed);
			}
		}
		catch (IOException ex) {
			// there is nothing yet, or opening will say what is wrong
		}
	}

	boolean isDue(FileFacts live, boolean demanded) {
		return (demanded && live.size() > 0)
				|| (this.rotation.isDue(live) && !this.clock.instant().isBefore(this.nextTry));
	}

	/**
	 * Rename the live file.
	 * @param live its path
	 * @return its new name, or nothing if that failed
	 */
	Optional<Path> archive(Path live) {
		try {
			makeRoom();
			Path archive = this.rotation.archive(live);
			this.rotation.begin();
			this.renameProblem = null;
			this.keeper.archived();
			return Optional.of(archive);
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			this.nextTry = this.clock.instant().plus(RETRY);
			WriteDiagnosis problem = new WriteDiagnosis(
					"%s cannot be archived and grows: %s".formatted(live, IoProblems.words(ex)),
					"See that the folder is writable for this process and that the file is no mount of its own; "
							+ "or set netraven.logging.rotation.enabled to false.");
			if (this.renameProblem == null) {
				this.complain.accept(problem);
			}
			this.renameProblem = problem;
			return Optional.empty();
		}
	}

	private void makeRoom() {
		try {
			this.keeper.makeRoom();
		}
		catch (IOException ex) {
			noteArchiveOutcome(ex);
		}
	}

	/**
	 * Note that a renamed file is not written to any more by this process.
	 * @param archive its name
	 * @param known its size as far as this process wrote it
	 */
	void closed(Path archive, long known) {
		try {
			if (this.operations.look(archive).size() != known) {
				this.keeper.peersSeen(this.clock.instant());
			}
		}
		catch (IOException ex) {
			// it is gone: somebody else prunes as well
			this.keeper.peersSeen(this.clock.instant());
		}
		this.folder.closed(archive);
		this.keeper.archived();
	}

	void tend() {
		if (this.settings.enabled()) {
			this.keeper.tend(this.clock.instant());
		}
	}

	private void noteArchiveOutcome(@Nullable IOException ex) {
		if (ex == null) {
			this.archiveProblem = null;
			return;
		}
		WriteDiagnosis problem = new WriteDiagnosis(
				"its archives cannot be compressed or pruned: " + IoProblems.words(ex),
				"Free space on the volume, or give this process the right to change the folder; it is tried again.");
		if (this.archiveProblem == null) {
			this.complain.accept(problem);
		}
		this.archiveProblem = problem;
	}

	long limit() {
		return this.rotation.limit();
	}

	void begin() {
		this.rotation.begin();
	}

	@Nullable WriteDiagnosis problem() {
		WriteDiagnosis problem = this.renameProblem;
		return (problem != null) ? problem : this.archiveProblem;
	}

}
