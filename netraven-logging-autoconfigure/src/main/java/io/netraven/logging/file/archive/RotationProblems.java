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
import org.jspecify.annotations.Nullable;

/**
 * What keeps the live file from being rotated, or archives from being compressed or
 * deleted. Each problem is reported once, when it begins. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class RotationProblems {

	private final Path live;

	private final Consumer<WriteDiagnosis> complain;

	private volatile @Nullable WriteDiagnosis withRename;

	private volatile @Nullable WriteDiagnosis withArchives;

	private volatile @Nullable WriteDiagnosis withStrangers;

	private volatile @Nullable WriteDiagnosis withFileSystem;

	RotationProblems(Path live, Consumer<WriteDiagnosis> complain) {
		this.live = live;
		this.complain = complain;
	}

	void renameFailed(IOException ex) {
		this.withRename = report(this.withRename,
				"%s cannot be archived and grows: %s".formatted(this.live, IoProblems.words(ex)),
				"See that the folder is writable for this process and that the file is no mount of its own; "
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

	void archivesTended() {
		this.withArchives = null;
	}

	/**
	 * Notes how many files were left alone because they are only called like archives.
	 * @param count how many
	 */
	void strangers(int count) {
		if (count == 0) {
			this.withStrangers = null;
			return;
		}
		String files = (count == 1) ? "1 file looks like an archive of %s but is not its own"
				: count + " files look like archives of %s but are not its own";
		this.withStrangers = report(this.withStrangers, files.formatted(this.live.getFileName()),
				"They are neither counted, compressed nor deleted; see what they are (ls -l) and remove them.");
	}

	/**
	 * Notes what the file system refuses. Everything works without it.
	 * @param calls words for each refusal
	 */
	void refused(List<String> calls) {
		this.withFileSystem = (calls.isEmpty()) ? null
				: report(this.withFileSystem, "its file system refuses " + String.join(", ", calls),
						"Nothing if that is its nature (SMB, FUSE): lines, rotation and the cap work without it.");
	}

	private WriteDiagnosis report(@Nullable WriteDiagnosis former, String reason, String remedy) {
		WriteDiagnosis problem = new WriteDiagnosis(reason, remedy);
		if (former == null) {
			this.complain.accept(problem);
		}
		return problem;
	}

	/**
	 * Returns what is wrong at present: a rename that fails first, then archives, then
	 * what only deserves a note.
	 * @return what is wrong, or {@code null} if nothing is
	 */
	@Nullable WriteDiagnosis current() {
		List<WriteDiagnosis> problems = Stream
			.of(this.withRename, this.withArchives, this.withStrangers, this.withFileSystem)
			.filter(Objects::nonNull)
			.toList();
		if (problems.size() < 2) {
			return (problems.isEmpty()) ? null : problems.get(0);
		}
		return new WriteDiagnosis(problems.stream().map(WriteDiagnosis::reason).collect(Collectors.joining("; ")),
				problems.get(0).remedy());
	}

}
