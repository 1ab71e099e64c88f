package io.netraven.logging.file.disk;

import java.util.List;
import java.util.Locale;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * An error of the operating system that is known by its words alone.
 *
 * @param words part of its English message
 * @param reason what it means for a file
 * @param remedy what to do
 */
record KnownError(String words, String reason, String remedy) {

	private static final String DEVICE = "Look at the volume that it is on: dmesg, mount, and whether its server or device answers.";

	/**
	 * The first that fits counts.
	 */
	static final List<KnownError> ALL = List.of(
			new KnownError(SystemWords.NO_SPACE, "there is no space left for %s",
					"Free space or inodes on that volume: df -h, df -i."),
			new KnownError("quota", "the disk quota for %s is used up",
					"Raise the quota of this user or group, or remove files of it: quota -s, repquota -a."),
			new KnownError("Read-only file system", "%s is on a file system that is mounted read-only",
					"Mount it writable (in a container: without ':ro'); if it has become so by itself, see dmesg."),
			new KnownError(SystemWords.NAME_TOO_LONG, "the name of %s is too long for its file system",
					"Shorten netraven.logging.file."),
			new KnownError(SystemWords.LOOP, "%s is a link that leads back to itself", "Remove the link: ls -l."),
			new KnownError("Too many open files in system",
					"no file descriptor is left on this machine to open %s with",
					"Find who has so many open (cat /proc/sys/fs/file-nr, lsof), or raise sysctl fs.file-max."),
			new KnownError("No locks available", "the file system of %s has no locks left or no lock service",
					"On NFS: is lockd (NFS 3: rpcbind, statd) running? Else see /proc/locks."),
			new KnownError("Text file busy", "%s is being executed as a program",
					"Name another file in netraven.logging.file."),
			new KnownError("Stale file handle", "the server of %s does not know the mounted folder any more",
					"Unmount that volume and mount it again; see what has become of the folder on the server."),
			new KnownError("Input/output error", "the device of %s fails", DEVICE),
			new KnownError("No such device", "the device of %s is gone", DEVICE),
			new KnownError("endpoint is not connected", "the program that serves the file system of %s is gone",
					"Unmount it (fusermount -u or umount -l) and mount it again."),
			new KnownError("Host is down", "the server of %s does not answer", DEVICE),
			new KnownError("timed out", "the server of %s does not answer", DEVICE),
			new KnownError("Device or resource busy", "%s is in use by the operating system",
					"It may be a mount of its own: mount its folder instead."),
			new KnownError("Cannot allocate memory", "the operating system has no memory for %s",
					"Look at the memory of the machine and at the limit of the container: free -m, memory.max."),
			new KnownError("Resource temporarily unavailable", "the operating system has no resources for %s",
					"Look at the limits of processes and memory: ulimit -a, in a container pids.max."));

	boolean isMeantBy(String message) {
		return message.toLowerCase(Locale.ROOT).contains(this.words.toLowerCase(Locale.ROOT));
	}

	WriteDiagnosis on(String file) {
		return new WriteDiagnosis(this.reason.formatted(file), this.remedy);
	}

}
