package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Whose files in a folder belong to a log. Where only the owner of the folder may create
 * files, all of them do. Where others may, those do that belong to this process, to root
 * or to the owner of the folder; and if only the group of the folder may create files,
 * those of that group, because a container may get another user with each start. Trusts
 * everything where owners are not known. Immutable and thread-safe.
 */
public final class FolderTrust {

	private static final int ROOT = 0;

	private final @Nullable Ownership folder;

	private final @Nullable Integer process;

	FolderTrust(@Nullable Ownership folder, @Nullable Integer process) {
		this.folder = folder;
		this.process = process;
	}

	/**
	 * Looks at the folder of a file.
	 * @param operations access to the disk
	 * @param path the path of the file
	 * @param file the attributes of the file
	 * @return the trust in files of that folder
	 * @throws IOException if the folder cannot be examined
	 */
	public static FolderTrust of(FileOperations operations, Path path, FileFacts file) throws IOException {
		Path folder = path.getParent();
		return (folder != null && file.owner() != null) ? in(operations, folder) : new FolderTrust(null, null);
	}

	/**
	 * Looks at a folder.
	 * @param operations access to the disk
	 * @param folder the folder
	 * @return the trust in files of that folder
	 * @throws IOException if the folder cannot be examined
	 */
	public static FolderTrust in(FileOperations operations, Path folder) throws IOException {
		try {
			return new FolderTrust(operations.look(folder).owner(), ProcessOwner.uid());
		}
		catch (NoSuchFileException ex) {
			return new FolderTrust(null, null);
		}
	}

	/**
	 * Returns whether a file may be written, read, renamed or deleted as part of the log.
	 * @param file the attributes of the file
	 * @return whether it belongs to the log
	 */
	public boolean trusts(FileFacts file) {
		Ownership owner = file.owner();
		return trustsOwnerOf(file) || (this.folder != null && owner != null && owner.gid() == this.folder.gid()
				&& !this.folder.isWritableByOthers());
	}

	/**
	 * Returns whether a file is certainly a part of the log.
	 * @param file the attributes of the file
	 * @return whether it is a regular file with one name and a trusted owner
	 */
	public boolean owns(FileFacts file) {
		return file.isPlain() && trusts(file);
	}

	/**
	 * Returns whether a link may be followed. Its group says nothing: anybody of that
	 * group may have made it.
	 * @param link the attributes of the link
	 * @return whether its owner is trusted
	 */
	public boolean trustsOwnerOf(FileFacts link) {
		Ownership owner = link.owner();
		return this.folder == null || this.process == null || owner == null || !isShared()
				|| owner.uid() == this.process || owner.uid() == ROOT || owner.uid() == this.folder.uid();
	}

	/**
	 * Returns whether others than the owner of the folder may create files in it.
	 * @return whether a file in it may be a stranger's
	 */
	public boolean isShared() {
		return this.folder != null && (this.folder.isWritableByGroup() || this.folder.isWritableByOthers());
	}

	/**
	 * Describes a folder in which a stranger can rename or delete the files of the log.
	 * @return part of a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String weakness() {
		if (this.folder == null || this.process == null) {
			return null;
		}
		if (this.folder.isWritableByOthers() && !this.folder.isSticky()) {
			return "every user may rename and delete files in its folder (mode %o)"
				.formatted(this.folder.permissions());
		}
		return (this.folder.uid() != ROOT && this.folder.uid() != this.process)
				? "its folder belongs to uid %d, who may rename and delete the files in it".formatted(this.folder.uid())
				: null;
	}

}
