package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import io.netraven.logging.file.disk.FileOperations;

/**
 * The archives of one log file, put together for a test.
 *
 * @param operations the disk
 * @param live the live file
 * @param newArchives makes archives
 * @param folder lists them
 */
record Archives(FileOperations operations, Path live, NewArchives newArchives, ArchiveFolder folder) {

	static Archives of(Path live, FileOperations operations, Clock clock) {
		FileActs acts = new FileActs(operations);
		ArchiveNames names = new ArchiveNames(live);
		ArchiveTimes times = new ArchiveTimes(clock);
		NewArchives newArchives = new NewArchives(operations, acts, names, times,
				PosixFilePermissions.fromString("rw-r-----"));
		return new Archives(operations, live, newArchives,
				new ArchiveFolder(operations, acts, names, times, newArchives));
	}

	ArchiveListing list() throws IOException {
		return this.folder.list(() -> {
		});
	}

	Path archive() throws IOException {
		return this.newArchives.archive(this.live, this.operations.lookAtEntry(this.live)).path();
	}

}
