package io.netraven.logging.file.queue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory with one path. Before each operation others may run; until it is
 * calmed down, operations fail at random, and the path is moved to another file or to
 * none.
 */
final class SteppedOperations extends UnrotatedOperations {

	/**
	 * Fewer than the attempts of an opener whose path is moved under its hands.
	 */
	private static final int MOST_MOVES = 2;

	private final Random random;

	private final TestQueue queue;

	/**
	 * All files that the path has ever named, in that order.
	 */
	final List<SteppedFile> files = new ArrayList<>();

	/**
	 * The file that the path names.
	 */
	private @Nullable SteppedFile named;

	private int moves;

	private boolean calm;

	SteppedOperations(Random random, TestQueue queue) {
		this.random = random;
		this.queue = queue;
	}

	/**
	 * Lets the path move again.
	 */
	void beginRound() {
		this.moves = MOST_MOVES;
	}

	void calmDown() {
		this.calm = true;
		this.files.forEach((file) -> file.failures = 0);
	}

	boolean isNamed(@Nullable LiveFile file) {
		return file != null && this.named != null && file.is(this.named.facts());
	}

	int descriptors() {
		return this.files.stream().mapToInt((file) -> file.descriptors).sum();
	}

	private SteppedFile existing() throws IOException {
		SteppedFile file = this.named;
		if (file == null) {
			throw new NoSuchFileException("log");
		}
		return file;
	}

	private SteppedOperations next() throws IOException {
		if (this.random.nextInt(3) == 0) {
			SteppedThread.current().pause();
		}
		if (!this.calm) {
			moveOrFail();
		}
		return this;
	}

	private void moveOrFail() throws IOException {
		int what = this.random.nextInt(60);
		if (what < 12 && this.moves > 0) {
			this.moves--;
			SteppedFile former = this.named;
			if (former != null) {
				former.left = true;
			}
			this.named = (what < 6) ? newFile() : null;
		}
		else if (what == 12) {
			throw new InjectedError();
		}
		else if (what < 16) {
			throw new IOException("Input/output error");
		}
	}

	private SteppedFile newFile() {
		SteppedFile file = new SteppedFile(this.random, this.queue);
		file.failures = (this.calm) ? 0 : this.random.nextInt(3) * 100;
		this.files.add(file);
		return file;
	}

	@Override
	public FileFacts look(Path path) throws IOException {
		return next().existing().facts();
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		next();
		if (this.named != null) {
			throw new FileAlreadyExistsException("log");
		}
		this.named = newFile();
	}

	@Override
	public OpenFile open(Path path) throws IOException {
		return next().existing().open();
	}

	/**
	 * Reads from a file. Whoever wants to see whether another process writes to it need
	 * not wait for that.
	 */
	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		byte[] bytes = next().existing().read(position, length);
		LockSupport.unpark(Thread.currentThread());
		return bytes;
	}

	@Override
	public void createFolders(Path folder) throws IOException {
		next();
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		next();
		return Long.MAX_VALUE;
	}

}
