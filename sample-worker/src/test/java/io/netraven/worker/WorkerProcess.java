package io.netraven.worker;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A worker in a JVM of its own. Its stdout and stderr go to {@code stdout.log} in its
 * working folder.
 */
public final class WorkerProcess implements AutoCloseable {

	static final Path JAR = Path.of("target/netraven-worker.jar").toAbsolutePath();

	private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern THREAD = Pattern.compile("^\"([^\"]+)\"", Pattern.MULTILINE);

	private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

	private final Process process;

	private final Path stdout;

	private WorkerProcess(Process process, Path stdout) {
		this.process = process;
		this.stdout = stdout;
	}

	static WorkerProcess startJar(Path folder, String... arguments) throws IOException {
		return startJar(folder, Map.of(), arguments);
	}

	static WorkerProcess startJar(Path folder, Map<String, String> environment, String... arguments)
			throws IOException {
		return start(folder, environment, List.of(java(), "-jar", JAR.toString()), arguments);
	}

	/**
	 * Start an application.
	 * @param folder its working folder
	 * @param environment more variables, or other values for the worker's own
	 * @param java the command that runs the application
	 * @param arguments the application's arguments
	 * @return the application
	 */
	public static WorkerProcess start(Path folder, Map<String, String> environment, List<String> java,
			String... arguments) throws IOException {
		List<String> command = new ArrayList<>(java);
		command.addAll(List.of(arguments));
		Path stdout = folder.resolve("stdout.log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.to(stdout.toFile()));
		builder.environment().keySet().removeIf((name) -> name.startsWith("NETRAVEN_") || name.startsWith("SPRING_"));
		builder.environment()
			.putAll(Map.of("SERVER_PORT", "0", "WORKER_INTERVAL", "100ms", "JDK_JAVA_OPTIONS", QUICK_START));
		builder.environment().putAll(environment);
		return new WorkerProcess(builder.start(), stdout);
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	public static String java() {
		return JAVA_HOME.resolve("bin/java").toString();
	}

	public String stdout() {
		try {
			return Files.readString(this.stdout);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	WorkerProcess awaitStdout(String text) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> stdout().contains(text) || !this.process.isAlive());
		assertThat(stdout()).contains(text);
		return this;
	}

	Actuator actuator() {
		awaitStdout("Started ");
		Matcher port = PORT.matcher(stdout());
		assertThat(port.find()).isTrue();
		return new Actuator(Integer.parseInt(port.group(1)));
	}

	List<String> threads() throws IOException {
		String jcmd = JAVA_HOME.resolve("bin/jcmd").toString();
		Process dump = new ProcessBuilder(jcmd, String.valueOf(this.process.pid()), "Thread.print").start();
		Matcher names = THREAD.matcher(new String(dump.getInputStream().readAllBytes()));
		return names.results().map((name) -> name.group(1)).toList();
	}

	int terminate() throws InterruptedException {
		this.process.destroy();
		return awaitExit();
	}

	/**
	 * Wait for the end of the process, at most one minute.
	 * @return the exit code
	 */
	public int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
