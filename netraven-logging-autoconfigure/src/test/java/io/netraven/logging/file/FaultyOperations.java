package io.netraven.logging.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.disk.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * The real files, with faults where a test asks for them.
 */
public class FaultyOperations implements FileOperations {

	/**
	 * Comes instead of a call that only refines, with the name of the call.
	 */
	public volatile Refusal onRefinement = Refusal.NONE;

	private final FileOperations disk = new DiskOperations(new FaultyRefinements(this));

	public volatile WriteFault onWrite = WriteFault.NONE;

	/**
	 * Comes when the bytes of a write are in the file, before it returns.
	 */
	public volatile DiskFault afterWrite = DiskFault.NONE;

	public volatile DiskFault onOpen = DiskFault.NONE;

	public volatile DiskFault onLook = DiskFault.NONE;

	public final AtomicInteger looks = new AtomicInteger();

	public volatile DiskFault onCreate = DiskFault.NONE;

	public volatile DiskFault onList = DiskFault.NONE;

	public volatile DiskFault onFreeSpace = DiskFault.NONE;

	public volatile DiskFault onClose = DiskFault.NONE;

	public volatile DiskFault onRename = DiskFault.NONE;

	/**
	 * Comes when a file has its new name, before the call returns.
	 */
	public volatile DiskFault afterRename = DiskFault.NONE;

	public volatile DiskFault onForce = DiskFault.NONE;

	/**
	 * Comes before a read from an open file.
	 */
	public volatile DiskFault onRead = DiskFault.NONE;

	public final AtomicInteger forces = new AtomicInteger();

	public volatile DiskFault onLink = DiskFault.NONE;

	public volatile DiskFault onDelete = DiskFault.NONE;

	public volatile DiskFault onCompress = DiskFault.NONE;

	/**
	 * Comes when a call that changes the folder has done its work, before it returns.
	 */
	public volatile AfterFault afterCall = AfterFault.NONE;

	@Override
	public FileFacts look(Path path) throws IOException {
		this.onLook.before();
		this.looks.incrementAndGet();
		return this.disk.look(path);
	}

	@Override
	public FileFacts lookAtEntry(Path path) throws IOException {
		this.onLook.before();
		this.looks.incrementAndGet();
		return this.disk.lookAtEntry(path);
	}

	@Override
	public @Nullable Path nameOf(Object key) {
		return this.disk.nameOf(key);
	}

	@Override
	public boolean isLink(Path path) {
		return this.disk.isLink(path);
	}

	@Override
	public void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		this.disk.createFolders(folder, permissions);
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		this.onCreate.before();
		this.disk.create(path, permissions);
		this.afterCall.after("create", path);
	}

	@Override
	public Path target(Path link) throws IOException {
		return this.disk.target(link);
	}

	@Override
	public OpenFile open(Path path, @Nullable Object key) throws IOException {
		this.onOpen.before();
		return new FaultyFile(this.disk.open(path, key), this);
	}

	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		return this.disk.read(path, position, length);
	}

	@Override
	public InputStream read(Path path) throws IOException {
		return this.disk.read(path);
	}

	@Override
	public void list(Path folder, NameVisitor visitor) throws IOException {
		this.onList.before();
		this.disk.list(folder, visitor);
	}

	@Override
	public void rename(Path source, Path target) throws IOException {
		this.onRename.before();
		this.disk.rename(source, target);
		this.afterRename.before();
		this.afterCall.after("rename", target);
	}

	@Override
	public void link(Path file, Path name) throws IOException {
		this.onLink.before();
		this.disk.link(file, name);
		this.afterCall.after("link", name);
	}

	@Override
	public void delete(Path path) throws IOException {
		this.onDelete.before();
		this.disk.delete(path);
		this.afterCall.after("delete", path);
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException {
		this.onCompress.before();
		TemporaryFile file = this.disk.createTemporary(path, permissions);
		try {
			this.afterCall.after("createTemporary", path);
			return new FaultyTemporaryFile(file, path, this);
		}
		catch (IOException ex) {
			file.close();
			throw ex;
		}
	}

	@Override
	public boolean deleteIfAbandoned(Path path) throws IOException {
		return this.disk.deleteIfAbandoned(path);
	}

	@Override
	public List<String> refused() {
		return this.disk.refused();
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		this.onFreeSpace.before();
		return this.disk.freeSpace(path);
	}

	/**
	 * Says how many bytes of a write reach the file before it fails.
	 */
	public interface WriteFault {

		WriteFault NONE = (length) -> length;

		WriteFault FULL = (length) -> 0;

		int allow(int length) throws IOException;

	}

	/**
	 * Comes before another call.
	 */
	public interface DiskFault {

		DiskFault NONE = () -> {
		};

		void before() throws IOException;

	}

	/**
	 * Comes after another call.
	 */
	public interface AfterFault {

		AfterFault NONE = (call, path) -> {
		};

		void after(String call, Path path) throws IOException;

	}

	/**
	 * Comes instead of a call that only refines.
	 */
	public interface Refusal {

		Refusal NONE = (call) -> {
		};

		void before(String call) throws IOException;

	}

}
