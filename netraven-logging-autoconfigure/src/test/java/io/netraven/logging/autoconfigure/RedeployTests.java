package io.netraven.logging.autoconfigure;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Redeployment in a servlet container: when the application is closed and its Logback has
 * stopped, nothing of it is left.
 */
class RedeployTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ExecutorService container = Executors.newSingleThreadExecutor();

	@TempDir
	private Path folder;

	/**
	 * Starts the thread of the container before there is an application: a thread has the
	 * class loader of the one that starts it.
	 */
	@BeforeEach
	void startContainer() throws Exception {
		this.container.submit(() -> {
		}).get();
	}

	@AfterEach
	void stopContainer() {
		this.container.shutdown();
	}

	/**
	 * The listener that Logback registers in a container is called before that of Spring,
	 * so there Logback stops first.
	 * @param logbackFirst whether Logback stops before the application closes
	 */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void threadsEndAndTheClassLoaderCanGo(boolean logbackFirst) throws Exception {
		Set<Thread> before = threads();
		List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			loaders.add(deploy(logbackFirst, "--netraven.logging.file=" + this.folder.resolve("worker.log")));
		}
		await().atMost(PATIENCE).until(() -> before.containsAll(threads()));
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
			System.gc();
			return loaders.stream().allMatch((loader) -> loader.refersTo(null));
		});
		assertThat(Files.readString(this.folder.resolve("worker.log")).lines())
			.filteredOn((line) -> line.endsWith(" : a request"))
			.hasSize(3);
	}

	@Test
	void deletedFolderStaysDeleted() throws Exception {
		Path logs = Files.createDirectory(this.folder.resolve("logs"));
		Set<Thread> before = threads();
		deploy(false, "--netraven.logging.file=" + logs.resolve("worker.log"));
		Files.delete(logs.resolve("worker.log"));
		Files.delete(logs);
		await().atMost(PATIENCE).until(() -> before.containsAll(threads()));
		assertThat(logs).doesNotExist();
	}

	private WeakReference<ClassLoader> deploy(boolean logbackFirst, String... arguments) throws Exception {
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
		Thread thread = new Thread(() -> startAndStop(loader, failure, logbackFirst, arguments), "deployment");
		thread.setContextClassLoader(loader);
		thread.start();
		thread.join();
		loader.close();
		assertThat(failure.get()).isNull();
		return new WeakReference<>(loader);
	}

	private void startAndStop(ClassLoader loader, AtomicReference<@Nullable Throwable> failure, boolean logbackFirst,
			String... arguments) {
		try {
			loader.loadClass(RedeployedApplication.class.getName())
				.getMethod("startAndStop", Executor.class, boolean.class, String[].class)
				.invoke(null, this.container, logbackFirst, arguments);
		}
		catch (ReflectiveOperationException ex) {
			failure.set(ex);
		}
	}

	private static URL[] classPath() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return urls.toArray(new URL[0]);
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("netraven-log-"))
			.collect(Collectors.toSet());
	}

}
