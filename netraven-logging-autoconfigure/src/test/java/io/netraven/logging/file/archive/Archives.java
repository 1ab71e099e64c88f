package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.disk.FileOperations;

/**
 * The archives of one log file, put together for a test.
 *
 * @param operations the disk
 * @param live the live file
 * @param newArchives makes archives
 * @param folder lists them
 * @author NetRaven maintainers
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

	ArchiveCare care(RotationProblems problems, ArchiveProgress progress, Consumer<Thread> starter) {
		LogFileSettings plain = TestWriter.settings(this.live.toString(), Delivery.SYNC, 1024, Duration.ZERO);
		LogFileSettings settings = new LogFileSettings(plain.file(), plain.delivery(), plain.bufferSize(),
				plain.maxWait(), plain.maxRetryInterval(), plain.permissions(), Rotations.compressing(1000));
		return new ArchiveCare(settings, this.operations, new FileActs(this.operations), this.live, this.folder,
				this.newArchives, problems, progress, starter);
	}

}
