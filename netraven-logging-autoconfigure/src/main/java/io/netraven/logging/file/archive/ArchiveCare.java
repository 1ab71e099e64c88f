package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.netraven.logging.file.ArchivedFile;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * The file thread's access to the archives: hands over the live file, and wakes the
 * archive thread. Used by the file thread.
 */
final class ArchiveCare {

	/**
	 * Maximum duration of one step of the archive thread.
	 */
	private static final Duration STEP_LIMIT = Duration.ofSeconds(30);

	private final RotationSettings settings;

	private final NewArchives newArchives;

	private final PeerProcesses peers;

	private final UsedSpace space;

	private final Retention retention;

	private final ArchiveProgress progress;

	private final RotationProblems problems;

	private final ArchiveThread thread;

	ArchiveCare(LogFileSettings settings, FileOperations operations, Path live, Clock clock,
			RotationProblems problems) {
		this(settings, operations, live, clock, problems, new ArchiveProgress(STEP_LIMIT), Thread::start);
	}

	ArchiveCare(LogFileSettings settings, FileOperations operations, Path live, Clock clock, RotationProblems problems,
			ArchiveProgress progress, Consumer<Thread> starter) {
		this.settings = settings.rotation();
		this.problems = problems;
		this.progress = progress;
		FileActs acts = new FileActs(operations);
		ArchiveNames names = new ArchiveNames(live);
		ArchiveTimes times = new ArchiveTimes(clock);
		this.newArchives = new NewArchives(operations, acts, names, times, settings.permissions());
		ArchiveFolder folder = new ArchiveFolder(operations, acts, names, times, this.newArchives);
		this.peers = new PeerProcesses(operations, System::nanoTime);
		this.space = new UsedSpace(operations, acts, folder, this.settings, live);
		this.retention = new Retention(acts, this.space, this.settings, this.newArchives, this.peers, problems);
		CompressedCopy comparison = new CompressedCopy(operations, this.progress);
		ArchiveCopy copy = new ArchiveCopy(operations, acts, comparison, this.retention, this.progress);
		ArchiveCompressor compressor = new ArchiveCompressor(acts, comparison,
				new CompressedReplacement(operations, acts, copy, settings.permissions(), this.space, this.retention),
				new LaterName(acts, names, times, this.newArchives, this.space, this.retention));
		ArchiveAges ages = new ArchiveAges(times, this.peers, this.settings);
		ArchiveWork work = new ArchiveWork(folder, this.peers, this.space, this.retention, compressor, ages,
				this.settings, this.progress, problems);
		this.thread = new ArchiveThread(work, this.progress, problems, starter);
	}

	/**
	 * Renames the live file to an archive. Room for the next live file is made first; if
	 * that fails, the live file is archived nevertheless.
	 * @param live the path of the live file
	 * @param file the attributes of the live file
	 * @param found whether the file is of an earlier run
	 * @return the path of the archive
	 * @throws IOException if it cannot be renamed
	 */
	Path archive(Path live, FileFacts file, boolean found) throws IOException {
		tryTo(() -> this.retention.makeRoomForNextFile(file.size()));
		Archive archive = this.newArchives.archive(live, file);
		tryTo(() -> this.retention.archived(archive, found));
		if (found) {
			this.newArchives.closed(archive.path());
		}
		this.thread.wake();
		return archive.path();
	}

	private void tryTo(Task task) {
		try {
			task.run();
		}
		catch (IOException ex) {
			this.problems.archivesFailed(ex);
		}
	}

	void closed(Path archive, long known) {
		this.newArchives.closed(archive);
		this.peers.lookAt(archive, known);
		this.thread.wake();
	}

	long archives() {
		return this.space.knownCount();
	}

	long archivesSize() {
		return this.space.knownSize();
	}

	List<ArchivedFile> newestArchives() {
		return this.space.newest();
	}

	void wake() {
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

	/**
	 * A task that may fail without consequences for the live file.
	 */
	private interface Task {

		void run() throws IOException;

	}

}
