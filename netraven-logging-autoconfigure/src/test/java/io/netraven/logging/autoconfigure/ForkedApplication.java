package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Java virtual machine of its own, on the class path of the tests.
 */
final class ForkedApplication implements AutoCloseable {

	private final Process process;

	private final Path stdout;

	private ForkedApplication(Process process, Path stdout) {
		this.process = process;
		this.stdout = stdout;
	}

	static ForkedApplication start(Path folder, Class<?> main, Map<String, String> variables, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Path stdout = folder.resolve("stdout.txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(stdout.toFile());
		builder.environment().putAll(variables);
		return new ForkedApplication(builder.start(), stdout);
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return this.process.exitValue();
	}

	int terminate() throws InterruptedException {
		this.process.destroy();
		return awaitExit();
	}

	String stdout() throws IOException {
		return Files.readString(this.stdout, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
