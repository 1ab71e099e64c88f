package io.netraven.worker.shipping;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agent from Debian's packages, as an ordinary process with a state of its own.
 */
final class AgentProcess implements AutoCloseable {

	private final Path folder;

	private final List<String> command;

	private @Nullable Process process;

	private AgentProcess(Path folder, List<String> command) {
		this.folder = folder;
		this.command = command;
	}

	/**
	 * Start rsyslog.
	 * @param folder its own folder
	 * @param configuration its configuration
	 * @return the agent
	 */
	static AgentProcess rsyslog(Path folder, String configuration) throws IOException {
		return start(folder, configuration, (file) -> List.of(packages().resolve("usr/sbin/rsyslogd").toString(), "-n",
				"-f", file.toString(), "-i", "NONE", "-M", libraries().resolve("rsyslog").toString()));
	}

	/**
	 * Start syslog-ng.
	 * @param folder its own folder
	 * @param configuration its configuration
	 * @return the agent
	 */
	static AgentProcess syslogNg(Path folder, String configuration) throws IOException {
		return start(folder, configuration,
				(file) -> List.of(packages().resolve("usr/sbin/syslog-ng").toString(), "--foreground", "--no-caps",
						"--cfgfile", file.toString(), "--persist-file", folder.resolve("persist").toString(),
						"--pidfile", folder.resolve("pid").toString(), "--control",
						folder.resolve("control").toString(), "--module-path",
						packages().resolve("usr/lib/syslog-ng/3.38").toString()));
	}

	private static AgentProcess start(Path folder, String configuration, CommandOfFile command) throws IOException {
		Path file = Files.writeString(Files.createDirectories(folder).resolve("agent.conf"), configuration);
		AgentProcess agent = new AgentProcess(folder, command.of(file));
		agent.start();
		return agent;
	}

	private static Path packages() {
		String folder = System.getenv("NETRAVEN_AGENTS");
		assertThat(folder).as("NETRAVEN_AGENTS, the folder that .ci/agents prints").isNotNull();
		return Path.of(folder);
	}

	private static Path libraries() {
		try (Stream<Path> folders = Files.list(packages().resolve("usr/lib"))) {
			return folders.filter((folder) -> folder.toString().endsWith("-linux-gnu")).findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(this.folder.toFile(), "output")));
		builder.environment()
			.put("LD_LIBRARY_PATH",
					String.join(File.pathSeparator, libraries().toString(),
							packages().resolve("lib").resolve(libraries().getFileName()).toString(),
							packages().resolve("usr/lib/syslog-ng").toString()));
		this.process = builder.start();
	}

	void stop() throws InterruptedException {
		Process running = running();
		running.destroy();
		assertThat(running.waitFor(1, TimeUnit.MINUTES)).as("%s ends", this.command.get(0)).isTrue();
	}

	void kill() throws InterruptedException {
		running().destroyForcibly().waitFor();
	}

	/**
	 * Wait until the agent has seen that a file was truncated.
	 * @param file the file
	 */
	void awaitBeginningOf(Path file) {
		Awaitility.await("%s sees that %s was truncated".formatted(this.command.get(0), file))
			.atMost(Duration.ofMinutes(5))
			.until(() -> placeIn(file).equals(OptionalLong.of(0)));
	}

	private OptionalLong placeIn(Path file) throws IOException {
		Path process = Path.of("/proc", String.valueOf(running().pid()));
		try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
			for (Path descriptor : descriptors.toList()) {
				if (Files.exists(descriptor) && Files.isSameFile(descriptor, file)) {
					String info = Files.readString(process.resolve("fdinfo").resolve(descriptor.getFileName()));
					return OptionalLong.of(Long.parseLong(info.lines().findFirst().orElseThrow().substring(4).strip()));
				}
			}
		}
		return OptionalLong.empty();
	}

	String output() throws IOException {
		return Files.readString(this.folder.resolve("output"));
	}

	private Process running() {
		return Objects.requireNonNull(this.process);
	}

	@Override
	public void close() {
		running().destroyForcibly().onExit().join();
	}

	/**
	 * The command that runs an agent with a configuration.
	 */
	private interface CommandOfFile {

		List<String> of(Path file);

	}

}
