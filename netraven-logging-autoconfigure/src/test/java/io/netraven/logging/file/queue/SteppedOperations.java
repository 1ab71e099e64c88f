package io.netraven.logging.file.queue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.live.HiddenFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory with one folder. Before each operation others may run; until it is
 * calmed down, operations fail at random, and the path of the log file is moved to
 * another file or to none.
 */
final class SteppedOperations extends UnrotatedOperations {

	/**
	 * Fewer than the attempts of an opener whose path is moved under its hands.
	 */
	private static final int MOST_MOVES = 2;

	private final Random random;

	private final TestQueue queue;

	/**
	 * All files that there have ever been.
	 */
	private final List<SteppedFile> files = new ArrayList<>();

	/**
	 * All files that have ever had content, in the order of their first lines.
	 */
	final List<SteppedFile> written = new ArrayList<>();

	private final Path live;

	private final Path hidden;

	private final Map<Path, SteppedFile> names = new HashMap<>();

	private int moves;

	private boolean calm;

	SteppedOperations(Path live, Random random, TestQueue queue) {
		this.live = live;
		this.hidden = new HiddenFile(this, live).path();
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
		SteppedFile named = this.names.get(this.live);
		return file != null && named != null && file.is(named.facts());
	}

	int descriptors() {
		return this.files.stream().mapToInt((file) -> file.descriptors).sum();
	}

	private SteppedFile existing(Path path) throws IOException {
		SteppedFile file = this.names.get(path);
		if (file == null) {
			throw new NoSuchFileException(path.toString());
		}
		return file;
	}

	private void put(Path path, SteppedFile file) throws IOException {
		if (this.names.putIfAbsent(path, file) != null) {
			throw new FileAlreadyExistsException(path.toString());
		}
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
		if (what < 12 && this.moves > 0 && !wouldBeLiveAgain()) {
			this.moves--;
			SteppedFile former = this.names.remove(this.live);
			if (former != null) {
				former.left = true;
			}
			if (what < 6) {
				this.names.put(this.live, newFile());
			}
		}
		else if (what == 12) {
			throw new InjectedError();
		}
		else if (what < 16) {
			throw new IOException("Input/output error");
		}
	}

	/**
	 * Returns whether a file with lines would be the live file again later if the path
	 * lost its file now: one that has the hidden name, too or alone. Its lines would not
	 * be in order then.
	 * @return whether the path must not move
	 */
	private boolean wouldBeLiveAgain() {
		SteppedFile hidden = this.names.get(this.hidden);
		return hidden != null && (hidden == this.names.get(this.live) || this.written.contains(hidden));
	}

	private SteppedFile newFile() {
		SteppedFile file = new SteppedFile(this.random, this.queue, this.written);
		file.failures = (this.calm) ? 0 : this.random.nextInt(3) * 100;
		this.files.add(file);
		return file;
	}

	@Override
	public FileFacts look(Path path) throws IOException {
		return next().existing(path).facts();
	}

	@Override
	public FileFacts lookAtEntry(Path path) throws IOException {
		return look(path);
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		next().put(path, newFile());
	}

	@Override
	public Path target(Path link) {
		throw new UnsupportedOperationException();
	}

	@Override
	public OpenFile open(Path path, @Nullable Object key) throws IOException {
		return next().existing(path).open();
	}

	@Override
	public void link(Path file, Path name) throws IOException {
		SteppedFile existing = next().existing(file);
		put(name, existing);
		existing.left = false;
	}

	@Override
	public void rename(Path source, Path target) throws IOException {
		this.names.put(target, next().existing(source));
		this.names.remove(source);
	}

	@Override
	public void list(Path folder, NameVisitor visitor) throws IOException {
		next();
		for (Path path : List.copyOf(this.names.keySet())) {
			visitor.visit(path.getFileName().toString());
		}
	}

	@Override
	public void delete(Path path) throws IOException {
		next().names.remove(path);
	}

	/**
	 * Reads from a file. Whoever wants to see whether another process writes to it need
	 * not wait for that.
	 */
	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		byte[] bytes = next().existing(path).read(position, length);
		LockSupport.unpark(Thread.currentThread());
		return bytes;
	}

	@Override
	public void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		next();
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		next();
		return Long.MAX_VALUE;
	}

}
