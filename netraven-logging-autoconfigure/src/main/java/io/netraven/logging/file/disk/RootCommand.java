package io.netraven.logging.file.disk;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Writes remedies that are commands of root, so that they can be copied where they are
 * read: also on the host of a container. The command is always last.
 */
final class RootCommand {

	private RootCommand() {
	}

	/**
	 * Returns a remedy.
	 * @param command the command, as it is inside of the container if there is one
	 * @param file the file or folder that it changes
	 * @return one or two sentences, whose end can be copied into a shell
	 */
	static String on(Path file, String command) {
		return on(file, command, Container.current(), Mount.of(file));
	}

	static String on(Path file, String command, @Nullable Container container, @Nullable Mount mount) {
		if (container == null) {
			return "As root: " + command;
		}
		if (container.command() != null) {
			return "%sAs root: %s%s".formatted(place(file, mount), container.command(), command);
		}
		if (container.kubernetes()) {
			return "%sIn Kubernetes securityContext.fsGroup does it for most volumes, but not for hostPath. "
				.formatted(place(file, mount)) + "As root, in the container or on the node: " + command;
		}
		return "%sAs root, in the container (docker compose exec -u root SERVICE ...): %s".formatted(place(file, mount),
				command);
	}

	private static String place(Path file, @Nullable Mount mount) {
		if (mount == null) {
			return "";
		}
		if (mount.isRootOfAContainer()) {
			return "Nothing is mounted at or above %s, so the file would go with the container: mount a folder there. "
				.formatted(ShellText.quote(file));
		}
		String place = mount.placeOnTheHost(file);
		return (place != null)
				? "On the host it is %s, mounted at %s in this container. ".formatted(place, mount.point()) : "";
	}

}
