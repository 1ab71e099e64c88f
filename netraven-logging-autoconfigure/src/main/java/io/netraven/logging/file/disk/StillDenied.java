package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses a denial that owner and mode do not explain, by what can be seen of other
 * causes.
 */
final class StillDenied {

	private static final Path SELINUX = Path.of("/sys/fs/selinux/enforce");

	private static final Path LABEL = Path.of("/proc/self/attr/current");

	private static final Path UIDS = Path.of("/proc/self/uid_map");

	private static final Pattern ALL_UIDS = Pattern.compile("\\s*0\\s+0\\s+4294967295\\s*");

	private StillDenied() {
	}

	/**
	 * Describes a file or folder that the operating system lets nobody change.
	 * @param reason what is denied
	 * @param path the file or folder
	 * @return the diagnosis
	 */
	static WriteDiagnosis immutable(String reason, Path path) {
		String quoted = ShellText.quote(path);
		return new WriteDiagnosis(reason + ": it may be immutable",
				"See whether 'lsattr -d %s' shows an i or an a. ".formatted(quoted)
						+ RootCommand.on(path, "chattr -i -a " + quoted));
	}

	static WriteDiagnosis of(String reason, Path path) {
		Mount mount = Mount.of(path);
		String label = read(LABEL);
		if (mount != null && mount.isReadOnly()) {
			return IoProblems.readOnly(path.toString(), mount);
		}
		if (mount != null && mount.isOnNfs()) {
			return new WriteDiagnosis(
					"%s: it is on NFS (%s), whose server has the last word".formatted(reason, mount.source()),
					"Look at root_squash, all_squash and the owner on the server: root of this machine is nobody there.");
		}
		if ("1".equals(read(SELINUX))) {
			return new WriteDiagnosis("%s: SELinux is enforcing (this process is %s)".formatted(reason, label),
					"Mount the folder with :z (or :Z for this container alone); without a container, give it the type of "
							+ "a log: ls -Zd %s, restorecon -Rv, ausearch -m avc.".formatted(ShellText.quote(path)));
		}
		if (label != null && label.endsWith("(enforce)")) {
			return new WriteDiagnosis("%s: the AppArmor profile %s may forbid it".formatted(reason, label),
					"Look for DENIED in dmesg, and allow that path in the profile.");
		}
		return new WriteDiagnosis(reason + besidesModes(), "Look for a security module (SELinux: mount with :z or :Z; "
				+ "AppArmor: dmesg), an immutable file (lsattr -d %s; chattr -i) and a server that maps users (root_squash)."
					.formatted(ShellText.quote(path)));
	}

	/**
	 * Says whether the numbers of users mean others outside of this process's namespace.
	 * @return the end of a clause
	 */
	private static String besidesModes() {
		String uids = read(UIDS);
		return (uids == null || ALL_UIDS.matcher(uids).matches()) ? ""
				: "; its user namespace maps uids (inside, outside, count): "
						+ String.join(", ", List.of(uids.strip().replaceAll(" +", " ").split("\n")));
	}

	private static @Nullable String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\0", "").strip();
		}
		catch (IOException ex) {
			return null;
		}
	}

}
