package io.netraven.logging.file.disk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import io.netraven.logging.file.disk.LockedFile.Lock;
import org.jspecify.annotations.Nullable;

/**
 * File operations on the real disk. Thread-safe.
 */
public final class DiskOperations implements FileOperations {

	private final Refinements refinements;

	private final Refusals refusals = new Refusals();

	private final NewFiles newFiles;

	public DiskOperations() {
		this(new Refinements());
	}

	public DiskOperations(Refinements refinements) {
		this.refinements = refinements;
		this.newFiles = new NewFiles(refinements, this.refusals);
	}

	@Override
	public FileFacts look(Path path) throws IOException {
		return FileLook.throughLinks(path);
	}

	@Override
	public FileFacts lookAtEntry(Path path) throws IOException {
		return FileLook.atEntry(path);
	}

	@Override
	public boolean isLink(Path path) {
		return Files.isSymbolicLink(path);
	}

	@Override
	public void createFolders(Path folder, Set<PosixFilePermission> permissions) throws IOException {
		this.newFiles.createFolders(folder, permissions);
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		this.newFiles.create(path, permissions).close();
	}

	@Override
	public Path target(Path link) throws IOException {
		return link.resolveSibling(Files.readSymbolicLink(link));
	}

	@Override
	public OpenFile open(Path path, @Nullable Object key) throws IOException {
		return (key != null) ? DiskFile.open(path, key) : DiskFile.openByName(path);
	}

	@Override
	public byte[] read(Path path, long position, int length) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(path)) {
			return DiskFile.read(channel, position, length);
		}
	}

	@Override
	public @Nullable Path nameOf(Object key) {
		return OpenFileNames.of(key);
	}

	@Override
	public InputStream read(Path path) throws IOException {
		return SafeReads.open(path);
	}

	@Override
	public void list(Path folder, NameVisitor visitor) throws IOException {
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				visitor.visit(entry.getFileName().toString());
			}
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
	}

	@Override
	public void rename(Path source, Path target) throws IOException {
		Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void link(Path file, Path name) throws IOException {
		try {
			Files.createLink(name, file);
		}
		catch (UnsupportedOperationException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void delete(Path path) throws IOException {
		Files.deleteIfExists(path);
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException {
		return new LockedFile(this.newFiles.create(path, permissions), this.refinements, this.refusals);
	}

	@Override
	public boolean deleteIfAbandoned(Path path) throws IOException {
		try (LockedFile file = new LockedFile(
				FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), this.refinements,
				this.refusals)) {
			if (file.lockState() == Lock.OURS) {
				Files.deleteIfExists(path);
			}
			return file.lockState() != Lock.REFUSED;
		}
		catch (NoSuchFileException ex) {
			return true;
		}
	}

	@Override
	public List<String> refused() {
		return this.refusals.all();
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		File existing = path.toFile();
		while (!existing.exists() && existing.getParentFile() != null) {
			existing = existing.getParentFile();
		}
		if (existing.getTotalSpace() == 0) {
			throw new FileSystemException(path.toString(), null, "its free space is not known");
		}
		return existing.getUsableSpace();
	}

}
