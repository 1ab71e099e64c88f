package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

import io.netraven.logging.file.disk.FileFacts.Kind;

/**
 * Reads the attributes of a file with one call to the operating system.
 */
final class FileLook {

	private static final boolean UNIX = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

	private static final String ATTRIBUTES = "unix:fileKey,size,isRegularFile,isDirectory,isSymbolicLink,"
			+ "lastModifiedTime,nlink,uid,gid,mode";

	private FileLook() {
	}

	static FileFacts throughLinks(Path path) throws IOException {
		return look(path);
	}

	/**
	 * Reads the attributes of a directory entry without following a link.
	 * @param path the path
	 * @return the facts of the entry
	 * @throws IOException if there is no such entry, or its attributes cannot be read
	 */
	static FileFacts atEntry(Path path) throws IOException {
		return look(path, LinkOption.NOFOLLOW_LINKS);
	}

	private static FileFacts look(Path path, LinkOption... options) throws IOException {
		if (!UNIX) {
			return facts(Files.readAttributes(path, BasicFileAttributes.class, options));
		}
		Map<String, Object> seen = Files.readAttributes(path, ATTRIBUTES, options);
		return new FileFacts(seen.get("fileKey"), value(seen, "size", Long.class),
				kind(value(seen, "isRegularFile", Boolean.class), value(seen, "isDirectory", Boolean.class),
						value(seen, "isSymbolicLink", Boolean.class)),
				value(seen, "lastModifiedTime", FileTime.class).toInstant(), value(seen, "nlink", Integer.class),
				new Ownership(value(seen, "uid", Integer.class), value(seen, "gid", Integer.class),
						value(seen, "mode", Integer.class)));
	}

	private static <T> T value(Map<String, Object> seen, String name, Class<T> type) {
		return Objects.requireNonNull(type.cast(seen.get(name)), name);
	}

	private static FileFacts facts(BasicFileAttributes seen) {
		return new FileFacts(seen.fileKey(), seen.size(),
				kind(seen.isRegularFile(), seen.isDirectory(), seen.isSymbolicLink()),
				seen.lastModifiedTime().toInstant());
	}

	private static Kind kind(boolean regular, boolean folder, boolean link) {
		if (regular) {
			return Kind.REGULAR;
		}
		if (folder) {
			return Kind.FOLDER;
		}
		return (link) ? Kind.LINK : Kind.OTHER;
	}

}
