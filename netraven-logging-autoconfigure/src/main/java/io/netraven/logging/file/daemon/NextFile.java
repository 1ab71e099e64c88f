package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Moves on to the file that the path names now, or that is created there. Used by the
 * file thread; any thread may call {@link #problem}.
 */
final class NextFile {

	private final Path path;

	private final FileKeeper keeper;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final Recovery recovery;

	private final LogFileListener listener;

	private volatile @Nullable WriteDiagnosis problem;

	NextFile(LogFilePath path, FileKeeper keeper, FileThreadSide files, DiskCalls calls, Recovery recovery,
			LogFileListener listener) {
		this.path = path.path();
		this.keeper = keeper;
		this.files = files;
		this.calls = calls;
		this.recovery = recovery;
		this.listener = listener;
	}

	private void goOnInArchive(LiveFile file, IOException ex) {
		WriteDiagnosis diagnosis = new WriteDiagnosis(
				"%s was archived, and no new file can be opened (%s): lines go on into %s".formatted(this.path,
						IoProblems.words(ex), file.archive()),
				"Give this process the right to create files in the folder; it is tried again.");
		if (this.problem == null) {
			this.listener.degraded(diagnosis);
		}
		this.problem = diagnosis;
	}

	@Nullable WriteDiagnosis problem() {
		return this.problem;
	}

	void moveOn(LiveFile file, BooleanSupplier inCharge) throws IOException {
		LiveFile next;
		try {
			next = this.calls.timed("Opening", this.keeper::openFile);
		}
		catch (IOException ex) {
			if (file.archive() == null) {
				throw ex;
			}
			goOnInArchive(file, ex);
			return;
		}
		this.problem = null;
		if (!inCharge.getAsBoolean()) {
			next.close();
			return;
		}
		if (this.files.isWriteStalled()) {
			this.recovery.replaceHung(next);
			return;
		}
		Path archive = file.archive();
		this.files.offer(next);
		if (archive == null) {
			this.keeper.leave(file);
		}
		else {
			this.listener.rotated(archive);
		}
	}

}
