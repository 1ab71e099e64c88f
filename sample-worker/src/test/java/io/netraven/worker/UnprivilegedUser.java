package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user without rights on the folders of root.
 */
public final class UnprivilegedUser {

	/**
	 * The uid and the gid.
	 */
	public static final String ID = "4711";

	private UnprivilegedUser() {
	}

	/**
	 * Return the command that runs a JVM as this user.
	 * @param arguments the arguments of the JVM
	 * @return the command
	 */
	public static List<String> java(String... arguments) {
		return Stream
			.concat(Stream.of("setpriv", "--reuid", ID, "--regid", ID, "--clear-groups", WorkerProcess.java()),
					Stream.of(arguments))
			.toList();
	}

	/**
	 * Make a folder that this user may enter and read, but not write.
	 * @param folder the folder to make
	 * @return the folder
	 */
	public static Path makeReadableFolder(Path folder) throws IOException {
		return openForReading(Files.createDirectory(folder));
	}

	/**
	 * Let this user enter and read a folder, but not write.
	 * @param folder the folder
	 * @return the folder
	 */
	public static Path openForReading(Path folder) throws IOException {
		return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}
