package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.disk.FileOperations;

/**
 * What the file thread asks for on behalf of the archives: room, and work for the archive
 * thread.
 *
 * @author NetRaven maintainers
 */
final class ArchiveCare {

	private final RotationSettings settings;

	private final PeerProcesses peers;

	private final Retention retention;

	private final ArchiveProgress progress;

	private final RotationProblems problems;

	private final ArchiveThread thread;

	ArchiveCare(LogFileSettings settings, FileOperations operations, FileActs acts, Path live, ArchiveFolder folder,
			NewArchives newArchives, RotationProblems problems, ArchiveProgress progress, Consumer<Thread> starter) {
		this.settings = settings.rotation();
		this.problems = problems;
		this.progress = progress;
		this.peers = new PeerProcesses(operations);
		this.retention = new Retention(acts, folder, this.settings, live, newArchives, this.peers, problems);
		CompressedCopy copy = new CompressedCopy(operations, this.progress);
		ArchiveCompressor compressor = new ArchiveCompressor(acts, copy, new CompressedReplacement(operations, acts,
				copy, settings.permissions(), this.retention, this.progress));
		ArchiveWork work = new ArchiveWork(folder, this.peers, this.retention, compressor, this.settings, this.progress,
				problems);
		this.thread = new ArchiveThread(work, this.progress, problems, starter);
	}

	/**
	 * Makes room for one more live file. If that fails, the live file is archived
	 * nevertheless.
	 * @param size size in bytes of the present live file
	 */
	void beforeArchiving(long size) {
		try {
			this.retention.makeRoomForNextFile(size);
		}
		catch (IOException ex) {
			this.problems.archivesFailed(ex);
		}
	}

	void archived(Archive archive, boolean found) {
		try {
			this.retention.archived(archive, found);
		}
		catch (IOException ex) {
			this.problems.archivesFailed(ex);
		}
		this.thread.wake();
	}

	void closed(Path archive, long known) {
		this.peers.lookAt(archive, known);
		this.thread.wake();
	}

	/**
	 * Starts the archive thread if rotation is enabled and there is work. Returns
	 * immediately.
	 */
	void tend() {
		if (this.settings.enabled()) {
			if (this.progress.hangs()) {
				this.problems.archivesHang();
			}
			this.thread.startIfDue();
		}
	}

}
