package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses why the operating system denies access to a log file. The cure changes no
 * more than is needed, and gives away nothing that is not the log's.
 */
final class AccessDenial {

	private final Path path;

	private final Path live;

	private final Path folder;

	/**
	 * The file, or the lowest of its folders that can be seen.
	 */
	private final Path blocker;

	private final Set<PosixFilePermission> permissions;

	private final ProcessOwner process = ProcessOwner.current();

	AccessDenial(Path path, Path live, Path blocker, Set<PosixFilePermission> permissions) {
		this.path = path;
		this.live = live;
		this.folder = (path.getParent() != null) ? path.getParent() : path;
		this.blocker = blocker;
		this.permissions = permissions;
	}

	WriteDiagnosis diagnosis(IOException ex) {
		Credentials credentials = Credentials.current();
		Ownership owner = owner();
		if (credentials == null || owner == null) {
			return new WriteDiagnosis(reason("may not write to it"),
					"Give %s the right to write to %s.".formatted(this.process, this.blocker));
		}
		if (IoProblems.says(ex, IoProblems.NOT_PERMITTED)) {
			return StillDenied.immutable(reason("may not write to it whatever its mode"), this.blocker);
		}
		int rights = credentials.rightsOn(owner);
		if (this.blocker.equals(this.path)) {
			return ofFile(credentials, owner, rights);
		}
		if ((rights & Credentials.SEARCH) == 0 && !this.blocker.equals(this.folder)) {
			return ofAncestor(credentials, owner);
		}
		if ((rights & Credentials.WRITE) != 0 && (rights & Credentials.SEARCH) != 0) {
			return StillDenied.of(reason("may not write to it although owner and mode allow it"), this.blocker);
		}
		return new WriteDiagnosis(reason("may not write to it"),
				this.blocker.equals(this.folder) ? cureOfFolder(credentials, owner, rights) : cureOfMissing());
	}

	private @Nullable Ownership owner() {
		try {
			return FileLook.throughLinks(this.blocker).owner();
		}
		catch (IOException ex) {
			return null;
		}
	}

	private String reason(String denied) {
		return "the %s %s belongs to %s, and this process, running as %s, %s".formatted(
				Files.isDirectory(this.blocker) ? "folder" : "file", this.blocker, FileOwner.of(this.blocker),
				this.process, denied);
	}

	private WriteDiagnosis ofFile(Credentials credentials, Ownership owner, int rights) {
		if ((rights & Credentials.WRITE) != 0) {
			return StillDenied.of(reason("may not write to it although owner and mode allow it"), this.path);
		}
		return new WriteDiagnosis(reason("may not write to it"), credentials.owns(owner)
				? command("chmod u+rw %s", this.path) : command("chown " + credentials.ids() + " %s", this.path));
	}

	private WriteDiagnosis ofAncestor(Credentials credentials, Ownership owner) {
		char who = credentials.classOn(owner);
		String warning = (who != 'o') ? ""
				: "Use a path that this process can reach; or let every user pass through that folder, without listing it. ";
		return new WriteDiagnosis(reason("may not pass through it"),
				warning + command("chmod " + who + "+x %s", this.blocker));
	}

	private String cureOfFolder(Credentials credentials, Ownership owner, int rights) {
		if (credentials.owns(owner)) {
			return command("chmod u+rwx %s", this.folder);
		}
		LogFolder kind = LogFolder.of(this.folder, this.live);
		if (kind == LogFolder.SHARED) {
			return cureOfSharedFolder((rights & Credentials.SEARCH) != 0 && this.path.equals(this.live));
		}
		String condition = (kind == LogFolder.OWN) ? ""
				: "See what is in it: ls -la %s. If that is this log alone: ".formatted(ShellText.quote(this.folder));
		return condition + (credentials.isInGroupOf(owner) ? command("chmod g+rwx %s", this.folder)
				: command("chown " + credentials.ids() + " %s", this.folder));
	}

	private String cureOfSharedFolder(boolean reachable) {
		Path own = this.folder.resolve("worker").resolve(this.live.getFileName());
		String better = "That folder is not this log's alone: name a folder of its own in netraven.logging.file, such "
				+ "as in %s".formatted(own);
		return (reachable) ? "%s; or let the file grow there without archives. %s".formatted(better,
				install("", Ownership.mode(this.permissions), "/dev/null ", this.path)) : better + ".";
	}

	private String cureOfMissing() {
		return install("-d ", Ownership.mode(NewFiles.folderMode(this.permissions)), "", this.folder);
	}

	private String install(String kind, int mode, String source, Path target) {
		String owner = this.process.ids().replaceFirst("(.*):(.*)", "-o $1 -g $2");
		return command("install %s%s -m %04o %s".formatted(kind, owner, mode, source) + "%s", target);
	}

	private static String command(String command, Path target) {
		return RootCommand.on(target, command.formatted(ShellText.quote(target)));
	}

}
