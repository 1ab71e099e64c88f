package io.netraven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The health check of the image, with each of the commands that an image may have.
 */
@EnabledOnOs(OS.LINUX)
class ReadinessScriptTests {

	private static final Path SCRIPT = Path.of("src/main/docker/readiness").toAbsolutePath();

	@TempDir
	Path commands;

	private HttpServer worker;

	private volatile int answer = 200;

	@BeforeEach
	void startWorker() throws IOException {
		this.worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.worker.createContext("/actuator/health/readiness", (exchange) -> {
			exchange.sendResponseHeaders(this.answer, -1);
			exchange.close();
		});
		this.worker.start();
	}

	@AfterEach
	void stopWorker() {
		this.worker.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl", "wget", "bash" })
	void endsAsTheWorkerAnswers(String command) throws Exception {
		link(command);
		assertThat(run()).isZero();
		this.answer = 503;
		assertThat(run()).isOne();
		this.worker.stop(0);
		assertThat(run()).isOne();
	}

	@Test
	void asksWithAJvmWhereThereIsNothingElse() throws Exception {
		Path java = Files.writeString(this.commands.resolve("java"), "#!/bin/sh\necho \"$@\" > \"$0.arguments\"\n");
		assertThat(java.toFile().setExecutable(true)).isTrue();
		assertThat(run()).isZero();
		assertThat(this.commands.resolve("java.arguments")).content()
			.contains("-cp application.jar " + ReadinessProbe.class.getName());
	}

	private void link(String command) throws IOException {
		Optional<Path> target = Stream.of("/usr/bin", "/bin")
			.map((folder) -> Path.of(folder, command))
			.filter(Files::exists)
			.findFirst();
		assumeThat(target).as("This machine has %s", command).isPresent();
		Files.createSymbolicLink(this.commands.resolve(command), target.orElseThrow());
	}

	private int run() throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", SCRIPT.toString());
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("PATH", this.commands.toString(), "SERVER_PORT",
					String.valueOf(this.worker.getAddress().getPort())));
		return builder.start().waitFor();
	}

}
