package io.netraven.logging.file.disk;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The container that this process runs in.
 *
 * @param command what begins a command of the host that is carried out in the container
 * as root, or {@code null} if the name of the container is not known
 * @param kubernetes whether it belongs to a pod
 */
record Container(@Nullable String command, boolean kubernetes) {

	/**
	 * Where the engine keeps the files that it mounts into a container.
	 */
	private static final Pattern OF_AN_ENGINE = Pattern.compile("/(overlay-)?containers/([0-9a-f]{12})[0-9a-f]{52}/.*");

	private static final Set<String> OF_THE_ENGINE = Set.of("/etc/hostname", "/etc/hosts", "/etc/resolv.conf");

	private static final Path OF_PODMAN = Path.of("/run/.containerenv");

	/**
	 * Finds out whether this process runs in a container.
	 * @return the container, or {@code null} if there is no sign of one
	 */
	static @Nullable Container current() {
		boolean kubernetes = System.getenv("KUBERNETES_SERVICE_HOST") != null;
		return of(Mount.all(), kubernetes, Files.exists(OF_PODMAN, LinkOption.NOFOLLOW_LINKS));
	}

	static @Nullable Container of(List<Mount> mounts, boolean kubernetes, boolean podman) {
		String command = (kubernetes) ? null : command(mounts);
		boolean contained = command != null || kubernetes || podman
				|| mounts.stream().anyMatch(Mount::isRootOfAContainer);
		return (contained) ? new Container(command, kubernetes) : null;
	}

	private static @Nullable String command(List<Mount> mounts) {
		for (Mount mount : mounts) {
			Matcher engine = OF_AN_ENGINE.matcher(mount.root());
			if (OF_THE_ENGINE.contains(mount.point()) && engine.find()) {
				return "%s exec -u root %s ".formatted((engine.group(1) != null) ? "podman" : "docker",
						engine.group(2));
			}
		}
		return null;
	}

}
