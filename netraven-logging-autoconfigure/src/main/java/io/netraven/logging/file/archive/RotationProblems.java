package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

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

	private final Consumer<WriteDiagnosis> complain;

	private volatile @Nullable WriteDiagnosis withRename;

	private volatile @Nullable WriteDiagnosis withArchives;

	RotationProblems(Consumer<WriteDiagnosis> complain) {
		this.complain = complain;
	}

	void renameFailed(Path live, IOException ex) {
		this.withRename = report(this.withRename,
				"%s cannot be archived and grows: %s".formatted(live, IoProblems.words(ex)),
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

	private WriteDiagnosis report(@Nullable WriteDiagnosis former, String reason, String remedy) {
		WriteDiagnosis problem = new WriteDiagnosis(reason, remedy);
		if (former == null) {
			this.complain.accept(problem);
		}
		return problem;
	}

	/**
	 * Returns the present problem; a rename that fails comes first.
	 * @return what is wrong, or {@code null} if nothing is
	 */
	@Nullable WriteDiagnosis current() {
		WriteDiagnosis problem = this.withRename;
		return (problem != null) ? problem : this.withArchives;
	}

}
