package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderTrust;
import org.jspecify.annotations.Nullable;

/**
 * The hidden name that the next live file has until nobody in this process writes to the
 * former one: a reader that follows the path leaves the former file for good as soon as
 * the path names another. Used by the file thread; the calls may hang with the disk.
 * <p>
 * A process may end between any two steps, and another process may take the next one.
 * What is found under the hidden name tells how far they came.
 */
public final class HiddenFile {

	/**
	 * What becomes the live file if there is none.
	 */
	static final Set<Content> TO_BE_SHOWN = EnumSet.of(Content.EMPTY, Content.DUE);

	private final FileOperations operations;

	private final Path live;

	private final Path path;

	public HiddenFile(FileOperations operations, Path live) {
		this.operations = operations;
		this.live = live;
		this.path = live.resolveSibling("." + live.getFileName() + ".next");
	}

	public Path path() {
		return this.path;
	}

	/**
	 * Examines what has the hidden name.
	 * @return what was found
	 * @throws IOException if that cannot be examined
	 */
	public Content content() throws IOException {
		FileFacts hidden = entry(this.path);
		if (hidden == null) {
			return Content.NOTHING;
		}
		FileFacts shown = entry(this.live);
		if (hidden.key() != null && shown != null && hidden.isSameFileAs(shown)) {
			return Content.SHOWN;
		}
		if (!FolderTrust.of(this.operations, this.path, hidden).owns(hidden)) {
			return Content.STRANGER;
		}
		if (hidden.size() == 0) {
			return Content.EMPTY;
		}
		return (shown != null) ? Content.LEFT : Content.DUE;
	}

	/**
	 * Returns whether the live file still has the hidden name as well.
	 * @return whether a hand-over is between two steps
	 * @throws IOException if that cannot be examined
	 */
	boolean isShown() throws IOException {
		return content() == Content.SHOWN;
	}

	/**
	 * Returns whether the path of the live file has an entry of any kind.
	 * @return whether the hidden file cannot be shown; {@code true} if that is not known
	 */
	public boolean isShadowed() {
		try {
			return entry(this.live) != null;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Gives the file the name of the live file if it has only the hidden one.
	 * @throws FileAlreadyExistsException if the path names another file
	 * @throws IOException if it could not be renamed
	 */
	public void show() throws IOException {
		FileFacts hidden = entry(this.path);
		if (hidden == null || hidden.kind() != Kind.REGULAR) {
			return;
		}
		if (hidden.key() == null) {
			rename();
			return;
		}
		try {
			this.operations.link(this.path, this.live);
		}
		catch (IOException ex) {
			FileFacts shown = entry(this.live);
			if (shown == null) {
				rename();
				return;
			}
			if (!shown.isSameFileAs(hidden)) {
				throw new FileAlreadyExistsException(this.live.toString());
			}
		}
		forget(hidden);
	}

	/**
	 * Renames the file where links are refused. Unlike a link, this would replace another
	 * file that is created at the same moment.
	 */
	private void rename() throws IOException {
		if (entry(this.live) != null) {
			throw new FileAlreadyExistsException(this.live.toString());
		}
		this.operations.rename(this.path, this.live);
	}

	/**
	 * Removes the hidden name of a file that is shown; the file keeps its lines.
	 * @throws IOException if it cannot be removed
	 */
	public void forget() throws IOException {
		FileFacts shown = entry(this.live);
		if (shown != null) {
			forget(shown);
		}
	}

	private void forget(FileFacts shown) throws IOException {
		FileFacts hidden = entry(this.path);
		if (hidden != null && hidden.key() != null && hidden.isSameFileAs(shown)) {
			this.operations.delete(this.path);
		}
	}

	private @Nullable FileFacts entry(Path name) throws IOException {
		try {
			return this.operations.lookAtEntry(name);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * What the hidden name can name.
	 */
	public enum Content {

		/**
		 * Nothing.
		 */
		NOTHING,

		/**
		 * An empty file: the former live file may not be archived yet.
		 */
		EMPTY,

		/**
		 * A file with lines, while there is no live file.
		 */
		DUE,

		/**
		 * The live file, which still has both names.
		 */
		SHOWN,

		/**
		 * A file with lines, beside a live file that somebody else has created.
		 */
		LEFT,

		/**
		 * Something that no process of ours has created.
		 */
		STRANGER

	}

}
