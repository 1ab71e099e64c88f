package io.netraven.logging.file.disk;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The owner, the group and the mode of a file, as the numbers of the operating system.
 *
 * @param uid the owner
 * @param gid the group
 * @param mode the mode, with the bits of the kind of file
 */
public record Ownership(int uid, int gid, int mode) {

	private static final int STICKY = 01000;

	private static final int GROUP_WRITE = 0020;

	private static final int OTHERS_WRITE = 0002;

	private static final int PERMISSIONS = 0777;

	/**
	 * The bit of {@link PosixFilePermission#OWNER_READ}, the first one; each of the
	 * others is the next lower bit.
	 */
	private static final int HIGHEST = 0400;

	boolean isSticky() {
		return (this.mode & STICKY) != 0;
	}

	boolean isWritableByGroup() {
		return (this.mode & GROUP_WRITE) != 0;
	}

	boolean isWritableByOthers() {
		return (this.mode & OTHERS_WRITE) != 0;
	}

	public int permissions() {
		return this.mode & PERMISSIONS;
	}

	/**
	 * Converts permissions to a number, as chmod takes it.
	 * @param permissions the permissions
	 * @return the bits of the mode
	 */
	public static int mode(Set<PosixFilePermission> permissions) {
		return permissions.stream().mapToInt((permission) -> HIGHEST >> permission.ordinal()).sum();
	}

}
