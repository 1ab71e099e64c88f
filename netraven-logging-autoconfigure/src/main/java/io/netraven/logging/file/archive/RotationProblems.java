package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * What prevents rotation of the live file, or compression and deletion of archives. Each
 * problem is reported once, when it begins. Thread-safe.
 */
final class RotationProblems {

	/**
	 * Created in advance, because there may be no memory when it is needed.
	 */
	private static final WriteDiagnosis BROKEN_OFF = new WriteDiagnosis(
			"the work on its archives was broken off by an error in the JVM",
			"Nothing to do if it does not come again; it is tried again each second.");

	private final Path live;

	private final Consumer<WriteDiagnosis> complain;

	private final LastingNotes notes;

	private volatile @Nullable WriteDiagnosis withRename;

	private volatile @Nullable WriteDiagnosis withArchives;

	RotationProblems(Path live, Consumer<WriteDiagnosis> complain) {
		this.live = live;
		this.complain = complain;
		this.notes = new LastingNotes(live, complain);
	}

	LastingNotes notes() {
		return this.notes;
	}

	void renameFailed(IOException ex) {
		this.withRename = report(this.withRename,
				"%s cannot be archived and grows: %s".formatted(this.live, IoProblems.words(ex)),
				(ex instanceof UnwritableFileException known) ? known.diagnosis().remedy()
						: "See that the folder is writable for this process and that the file is no mount of its own; "
								+ "or set netraven.logging.rotation.enabled to false.");
	}

	void renamed() {
		this.withRename = null;
	}

	void archivesFailed(IOException ex) {
		this.withArchives = report(this.withArchives,
				"its archives cannot be compressed or pruned: " + IoProblems.words(ex),
				"Free space on the volume, or give this process the right to change the folder; it is tried again.");
	}

	void archivesHang() {
		this.withArchives = report(this.withArchives,
				"its archives are neither compressed nor pruned: the disk does not answer",
				"Look at the volume that it is on: dmesg, and whether its server or device answers.");
	}

	void archivesBrokenOff() {
		WriteDiagnosis former = this.withArchives;
		this.withArchives = BROKEN_OFF;
		try {
			if (former == null) {
				this.complain.accept(BROKEN_OFF);
			}
		}
		catch (RuntimeException | Error ex) {
			// the status shows it
		}
	}

	void archivesTended() {
		this.withArchives = null;
	}

	/**
	 * Reports that a file of an earlier run was deleted to keep the size cap.
	 * @param archive the file
	 */
	void foundDeleted(Archive archive) {
		this.complain.accept(new WriteDiagnosis(
				"%s, of %d bytes, which was found as %s at the start, had to be deleted to keep total-size-cap"
					.formatted(archive.path().getFileName(), archive.size(), this.live.getFileName()),
				"Raise netraven.logging.rotation.total-size-cap, or move such files away before the start."));
	}

	private WriteDiagnosis report(@Nullable WriteDiagnosis former, String reason, String remedy) {
		WriteDiagnosis problem = new WriteDiagnosis(reason, remedy);
		if (former == null) {
			this.complain.accept(problem);
		}
		return problem;
	}

	/**
	 * Returns the present problems as one diagnosis: a failed rename first, then
	 * archives, then lasting notes.
	 * @return the diagnosis, or {@code null} if there is no problem
	 */
	@Nullable WriteDiagnosis current() {
		List<WriteDiagnosis> problems = Stream.concat(Stream.of(this.withRename, this.withArchives), this.notes.all())
			.filter(Objects::nonNull)
			.toList();
		if (problems.size() < 2) {
			return (problems.isEmpty()) ? null : problems.get(0);
		}
		return new WriteDiagnosis(problems.stream().map(WriteDiagnosis::reason).collect(Collectors.joining("; ")),
				problems.get(0).remedy());
	}

}
