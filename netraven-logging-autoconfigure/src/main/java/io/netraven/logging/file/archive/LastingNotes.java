package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.Ownership;
import io.netraven.logging.file.disk.PathProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shortcomings of the live file, its folder and its file system. Each lasts until an
 * operator changes something, and is reported once. Thread-safe.
 */
final class LastingNotes {

	private final Path live;

	private final Consumer<WriteDiagnosis> complain;

	private volatile @Nullable WriteDiagnosis withLink;

	private volatile @Nullable WriteDiagnosis withMode;

	private volatile @Nullable WriteDiagnosis withStrangers;

	private volatile @Nullable WriteDiagnosis withFileSystem;

	private volatile @Nullable WriteDiagnosis withFreeSpace;

	LastingNotes(Path live, Consumer<WriteDiagnosis> complain) {
		this.live = live;
		this.complain = complain;
	}

	/**
	 * Records whether the live file is a symbolic link. Renaming the link would move the
	 * log off the volume that it leads to.
	 * @param link whether the live file is a link
	 */
	void link(boolean link) {
		this.withLink = (!link) ? null
				: report(this.withLink, "%s is a symbolic link, so it is not archived and grows".formatted(this.live),
						"Name the file that it leads to in netraven.logging.file; "
								+ "or set netraven.logging.rotation.enabled to false.");
	}

	/**
	 * Records whether more may be done to the live file than to a new one.
	 * @param owner owner and mode of the live file
	 * @param permissions the mode of a new one
	 */
	void mode(@Nullable Ownership owner, Set<PosixFilePermission> permissions) {
		int allowed = Ownership.mode(permissions);
		this.withMode = (owner == null || (owner.permissions() & ~allowed) == 0) ? null
				: report(this.withMode,
						"%s has the mode %03o, which allows more than netraven.logging.permissions".formatted(this.live,
								owner.permissions()),
						"chmod %03o %s; or change netraven.logging.permissions.".formatted(allowed,
								PathProblems.quoted(this.live)));
	}

	boolean isModeWide() {
		return this.withMode != null;
	}

	boolean isLink() {
		return this.withLink != null;
	}

	/**
	 * Records how many files were left alone because they only look like archives.
	 * @param count the number of files
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
	 * Records what the file system refuses. Everything works without that.
	 * @param refused a description of each optional call that is refused
	 * @param keys whether the file system has file keys
	 */
	void fileSystem(List<String> refused, boolean keys) {
		List<String> calls = (keys) ? refused
				: Stream.concat(refused.stream(), Stream.of("file keys (inodes)")).toList();
		this.withFileSystem = (calls.isEmpty()) ? null
				: report(this.withFileSystem, "its file system refuses " + String.join(", ", calls),
						"Nothing if that is its nature (SMB, FUSE): lines, rotation and the cap work without it.");
	}

	/**
	 * Records whether the volume has enough free space after archives were deleted for
	 * it.
	 * @param free whether it has
	 */
	void freeSpace(boolean free) {
		this.withFreeSpace = (free) ? null
				: report(this.withFreeSpace,
						"its volume has less free space than rotation.min-free-space, and no archive is left to delete",
						"Free space on the volume, or lower netraven.logging.rotation.min-free-space.");
	}

	private WriteDiagnosis report(@Nullable WriteDiagnosis former, String reason, String remedy) {
		WriteDiagnosis problem = new WriteDiagnosis(reason, remedy);
		if (former == null) {
			this.complain.accept(problem);
		}
		return problem;
	}

	Stream<@Nullable WriteDiagnosis> all() {
		return Stream.of(this.withLink, this.withMode, this.withStrangers, this.withFileSystem, this.withFreeSpace);
	}

}
