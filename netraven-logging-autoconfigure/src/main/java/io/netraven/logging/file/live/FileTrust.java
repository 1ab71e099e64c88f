package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.Path;

import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderTrust;
import io.netraven.logging.file.disk.PathProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a file or a link that a stranger may have put at the path. Used by the file
 * thread; any thread may call {@link #note}.
 */
final class FileTrust {

	/**
	 * Maximum number of links on the way to the file; an operator needs one or two.
	 */
	private static final int MAX_LINKS = 8;

	private final FileOperations operations;

	private final HiddenFile hidden;

	private final UntrustedFolder untrustedFolder;

	private volatile @Nullable String note;

	FileTrust(FileOperations operations, HiddenFile hidden, UntrustedFolder untrustedFolder) {
		this.operations = operations;
		this.hidden = hidden;
		this.untrustedFolder = untrustedFolder;
	}

	/**
	 * Follows links to the path of the file.
	 * @param path the path
	 * @return the path, which was no link
	 * @throws UnwritableFileException if a link may be a stranger's
	 * @throws IOException if a link cannot be followed
	 */
	Path follow(Path path) throws IOException {
		Path entry = path;
		for (int links = 0; this.operations.isLink(entry); links++) {
			FileFacts link = this.operations.lookAtEntry(entry);
			if (links == MAX_LINKS || !FolderTrust.of(this.operations, entry, link).trustsOwnerOf(link)) {
				throw new UnwritableFileException(PathProblems.foreign(entry));
			}
			entry = this.operations.target(entry);
		}
		return entry;
	}

	/**
	 * Ensures that a file belongs to the log.
	 * @param path the path of the file, which is no link
	 * @param file the attributes of the file
	 * @return whether others than the owner of its folder may exchange it
	 * @throws UnwritableFileException if it may be a stranger's
	 * @throws IOException if its folder cannot be examined
	 */
	boolean require(Path path, FileFacts file) throws IOException {
		FolderTrust trust = FolderTrust.of(this.operations, path, file);
		String weakness = trust.weakness();
		this.note = weakness;
		if (weakness != null && this.untrustedFolder == UntrustedFolder.REFUSE) {
			throw new UnwritableFileException(PathProblems.untrustedFolder(path, weakness));
		}
		if (!trust.trusts(file)) {
			throw new UnwritableFileException(PathProblems.foreign(path));
		}
		if (trust.isShared() && hasForeignName(path, file)) {
			throw new UnwritableFileException(PathProblems.secondName(path));
		}
		return trust.isShared();
	}

	/**
	 * Returns whether a file has another name than those that a hand-over gives it.
	 * @param path the path of the file
	 * @param file the attributes of the file
	 * @return whether it has another hard link
	 * @throws IOException if that cannot be examined
	 */
	private boolean hasForeignName(Path path, FileFacts file) throws IOException {
		return file.links() > 1 && !this.hidden.isShown() && this.operations.lookAtEntry(path).links() > 1;
	}

	/**
	 * Returns what is weak about the folder of the file that was opened last.
	 * @return part of a sentence, or {@code null} if there is nothing to say
	 */
	@Nullable String note() {
		return this.note;
	}

}
