package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.disk.PathProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the file that a path names, creating it and its folders if necessary. Anything
 * but a regular file is refused before it is opened: opening a FIFO would wait for its
 * reader.
 */
public final class FileOpener {

	private static final int ATTEMPTS = 5;

	private final FileOperations operations;

	private final LogFilePath file;

	private final Set<PosixFilePermission> permissions;

	private final LineEnd lineEnd;

	private final Fragments fragments;

	private final HiddenFile hidden;

	private final FileTrust trust;

	public FileOpener(FileOperations operations, LogFilePath file, HiddenFile hidden,
			Set<PosixFilePermission> permissions, UntrustedFolder untrustedFolder, LineEnd lineEnd) {
		this.operations = operations;
		this.file = file;
		this.hidden = hidden;
		this.trust = new FileTrust(operations, hidden, untrustedFolder);
		this.permissions = permissions;
		this.lineEnd = lineEnd;
		this.fragments = new Fragments(operations, lineEnd);
	}

	/**
	 * Opens the file.
	 * @return the file, which is open for appending
	 * @throws UnwritableFileException if it cannot be opened
	 */
	public LiveFile open() throws UnwritableFileException {
		this.file.requireUsable();
		return openDiagnosed(this.file.path());
	}

	/**
	 * Returns what is weak about the folder of the file. Any thread may call this.
	 * @return part of a sentence, or {@code null} if there is nothing to say
	 */
	public @Nullable String folderNote() {
		return this.trust.note();
	}

	/**
	 * Opens a file for the hidden name, creating it if necessary.
	 * @return the file, which is open for appending
	 * @throws UnwritableFileException if it cannot be opened
	 */
	public LiveFile openHidden() throws UnwritableFileException {
		return openDiagnosed(this.hidden.path());
	}

	private LiveFile openDiagnosed(Path path) throws UnwritableFileException {
		try {
			return open(path);
		}
		catch (UnwritableFileException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new UnwritableFileException(PathProblems.of(path, this.file.path(), this.permissions, ex));
		}
	}

	private LiveFile open(Path path) throws IOException {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			LiveFile file = tryToOpen(path);
			if (file != null) {
				return file;
			}
		}
		return openWithoutKey(path);
	}

	/**
	 * Opens the file that a look has found, unless the path names another one by then.
	 * @param path the path
	 * @return the file, or {@code null} if it was exchanged meanwhile
	 * @throws IOException if it cannot be opened
	 */
	private @Nullable LiveFile tryToOpen(Path path) throws IOException {
		FileFacts before = lookOrCreate(path);
		Path entry = this.trust.follow(path);
		this.trust.require(entry, before);
		try {
			return liveFileIfSame(path, before, this.operations.open(entry, before.key()));
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * Opens the file by its name, because its key changes with each look. Refused where a
	 * stranger may be the one who exchanges it.
	 * @param path the path
	 * @return the file
	 * @throws IOException if it cannot be opened
	 */
	private LiveFile openWithoutKey(Path path) throws IOException {
		FileFacts facts = lookOrCreate(path);
		if (this.trust.require(this.trust.follow(path), facts)) {
			throw new UnwritableFileException(PathProblems.exchanged(path));
		}
		return new LiveFile(this.operations.open(path, null), facts.withoutKey(), this.lineEnd,
				this.fragments.isAtEndOf(path, facts.size()));
	}

	/**
	 * Ensures that the file that was opened is the one that was examined before. Closes
	 * it otherwise, whatever is thrown.
	 * @param path the path
	 * @param before the facts of the file before it was opened
	 * @param opened the open file
	 * @return the file, or {@code null} if the path names another one now
	 * @throws IOException if the path cannot be examined
	 */
	private @Nullable LiveFile liveFileIfSame(Path path, FileFacts before, OpenFile opened) throws IOException {
		LiveFile file = null;
		try {
			FileFacts after = lookAgain(path);
			if (after != null && after.key() != null && after.key().equals(before.key())) {
				file = new LiveFile(opened, after, this.lineEnd, this.fragments.isAtEndOf(path, after.size()));
			}
		}
		finally {
			if (file == null) {
				opened.close();
			}
		}
		return file;
	}

	private FileFacts lookOrCreate(Path path) throws IOException {
		try {
			return lookAtRegular(path);
		}
		catch (NoSuchFileException ex) {
			showHiddenOrCreate(path);
			return lookAtRegular(path);
		}
	}

	private FileFacts lookAtRegular(Path path) throws IOException {
		FileFacts facts = this.operations.look(path);
		if (facts.kind() != Kind.REGULAR) {
			throw new UnwritableFileException(
					(facts.kind() == Kind.FOLDER) ? PathProblems.folder(path) : PathProblems.noRegularFile(path));
		}
		return facts;
	}

	/**
	 * Goes on with what a hand-over that was cut short has left, if there is such a file.
	 * @param path the path, which names no file
	 * @throws IOException if there is no file afterwards
	 */
	private void showHiddenOrCreate(Path path) throws IOException {
		if (path.equals(this.file.path()) && HiddenFile.TO_BE_SHOWN.contains(this.hidden.content())) {
			this.hidden.show();
		}
		else {
			create(path);
		}
	}

	private void create(Path path) throws IOException {
		if (this.operations.isLink(path)) {
			throw new UnwritableFileException(PathProblems.danglingLink(path));
		}
		Path folder = path.getParent();
		if (folder != null) {
			this.operations.createFolders(folder, this.permissions);
		}
		try {
			this.operations.create(path, this.permissions);
		}
		catch (FileAlreadyExistsException ex) {
			// another process has created it in the meantime: that file is used
		}
	}

	private @Nullable FileFacts lookAgain(Path path) throws IOException {
		try {
			return this.operations.look(path);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

}
