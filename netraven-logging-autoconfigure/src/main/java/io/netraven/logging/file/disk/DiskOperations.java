package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The real files.
 *
 * @author NetRaven maintainers
 */
public final class DiskOperations implements FileOperations {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private static final FileAttribute<?>[] FOLDER_MODE = (POSIX)
			? new FileAttribute<?>[] {
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")) }
			: new FileAttribute<?>[0];

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
	public void createFolders(Path folder) throws IOException {
		Files.createDirectories(folder, FOLDER_MODE);
	}

	@Override
	public void create(Path path, Set<PosixFilePermission> permissions) throws IOException {
		if (!POSIX) {
			Files.createFile(path);
			return;
		}
		Files.createFile(path, PosixFilePermissions.asFileAttribute(permissions));
		Files.setPosixFilePermissions(path, permissions);
	}

	@Override
	public OpenFile open(Path path) throws IOException {
		return new DiskFile(path);
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
		return Files.newInputStream(path);
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
	public void delete(Path path) throws IOException {
		Files.deleteIfExists(path);
	}

	@Override
	public TemporaryFile createTemporary(Path path, Set<PosixFilePermission> permissions) throws IOException {
		create(path, permissions);
		return new LockedFile(path);
	}

	@Override
	public void deleteIfAbandoned(Path path) throws IOException {
		try (LockedFile file = new LockedFile(path)) {
			if (file.isLocked()) {
				Files.deleteIfExists(path);
			}
		}
		catch (NoSuchFileException ex) {
			// its maker has finished
		}
	}

	@Override
	public long freeSpace(Path path) throws IOException {
		return path.toFile().getUsableSpace();
	}

}
