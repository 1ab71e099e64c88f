package io.netraven.logging.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.netraven.logging.file.disk.FileFacts.Kind;
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

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	@Override
	public FileFacts look(Path path) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		return new FileFacts(attributes.fileKey(), attributes.size(), kind(attributes),
				attributes.lastModifiedTime().toInstant());
	}

	private static Kind kind(BasicFileAttributes attributes) {
		if (attributes.isRegularFile()) {
			return Kind.REGULAR;
		}
		return (attributes.isDirectory()) ? Kind.FOLDER : Kind.OTHER;
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
		try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
			for (Path file : open) {
				if (names(file, key)) {
					boolean deleted = Files.getAttribute(file, "unix:nlink").equals(0);
					return (deleted) ? Path.of("") : Files.readSymbolicLink(file);
				}
			}
		}
		catch (IOException | UnsupportedOperationException | IllegalArgumentException ex) {
			// there is no such folder, or it does not tell
		}
		return null;
	}

	private static boolean names(Path file, Object key) {
		try {
			return key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public InputStream read(Path path) throws IOException {
		return Files.newInputStream(path);
	}

	@Override
	public List<String> list(Path folder, Predicate<String> name) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).filter(name).toList();
		}
		catch (UncheckedIOException ex) {
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
