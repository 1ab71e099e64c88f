package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.util.Comparator;

import io.netraven.logging.file.ArchivedFile;
import io.netraven.logging.file.archive.ArchiveName.Kind;
import io.netraven.logging.file.disk.FileFacts;

/**
 * An archive, reservation or temporary file, as found by a look at the folder. Sorts by
 * the time in its name.
 *
 * @param path path of the file
 * @param name the parsed name
 * @param facts the attributes that were found
 * @param open whether this process may still write to the file
 */
record Archive(Path path, ArchiveName name, FileFacts facts, boolean open) implements Comparable<Archive> {

	private static final Comparator<Archive> ORDER = Comparator.comparing((Archive archive) -> archive.name().time())
		.thenComparing(Archive::path);

	long size() {
		return this.facts.size();
	}

	ArchivedFile asWord() {
		return new ArchivedFile(String.valueOf(this.path.getFileName()), this.name.time(), size());
	}

	boolean isCompressible() {
		return !this.open && size() > 0 && this.name.kind() == Kind.PLAIN;
	}

	boolean isTemporary() {
		return this.name.kind() == Kind.TEMPORARY;
	}

	/**
	 * Returns whether this is a temporary file, a reservation or an empty archive, with
	 * which earlier versions reserved a name. Only a process that was killed leaves one
	 * behind.
	 * @return whether this is a leftover once it no longer changes
	 */
	boolean isLeftover() {
		return isTemporary() || this.name.kind() == Kind.RESERVATION
				|| (!this.open && size() == 0 && this.name.kind() == Kind.PLAIN);
	}

	@Override
	public int compareTo(Archive other) {
		return ORDER.compare(this, other);
	}

}
