package io.netraven.logging.logback;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Marker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads log while Logback is reset again and again. The console is the oracle: of
 * its lines at the configured level none is missing in the file, and none is there twice.
 * Lines that the console lost, by a moment, are the few that may be in the file alone.
 */
class LogbackResetStormTests {

	private static final int THREADS = 6;

	private static final int RESETS = 30;

	private static final String XML = """
			<configuration>
				<appender name="CONSOLE" class="io.netraven.logging.logback.RecordingConsole">
					<encoder><pattern>%level %msg%n</pattern></encoder>
				</appender>
				<root level="INFO"><appender-ref ref="CONSOLE"/></root>
			</configuration>
			""";

	@TempDir
	private Path folder;

	@Test
	void aReloadLosesOnlyWhatTheConsoleLosesToo() throws Exception {
		storm((context) -> {
			context.reset();
			configureByXml(context);
		});
	}

	@Test
	void anInitialisationOfSpringBootLosesOnlyWhatTheConsoleLosesToo() throws Exception {
		storm((context) -> {
			context.stop();
			context.reset();
			TurboFilter suppressAll = new SuppressAll();
			context.addTurboFilter(suppressAll);
			Logger root = context.getLogger("ROOT");
			root.setLevel(Level.INFO);
			RecordingConsole.attach(context);
			context.start();
			context.getTurboFilterList().remove(suppressAll);
		});
	}

	private void storm(Reset reset) throws Exception {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("worker.log"), "%level %msg%n")) {
			LoggerContext context = file.context();
			configureByXml(context);
			file.attach();
			Set<Thread> threads = new HashSet<>();
			CountDownLatch warm = new CountDownLatch(THREADS);
			for (int i = 0; i < THREADS; i++) {
				Thread thread = new Thread(new Chatter(context, i, warm));
				thread.start();
				threads.add(thread);
			}
			warm.await();
			for (int i = 0; i < RESETS; i++) {
				reset.perform(context);
				if (i % 2 == 0) {
					file.attach();
				}
				awaitLines(context, 50);
			}
			threads.forEach(Thread::interrupt);
			for (Thread thread : threads) {
				thread.join();
			}
			compare(RecordingConsole.linesOf(context), file.lines());
		}
	}

	private void compare(List<String> console, List<String> file) {
		Set<String> inFile = new HashSet<>(file);
		List<String> lost = new ArrayList<>(console);
		lost.removeIf(inFile::contains);
		Set<String> added = new HashSet<>(inFile);
		added.removeAll(new HashSet<>(console));
		assertThat(lost).noneMatch((line) -> line.startsWith("INFO"));
		assertThat(inFile).hasSameSizeAs(file);
		assertThat(added).noneMatch((line) -> line.startsWith("DEBUG"));
		assertThat(added).hasSizeLessThan(2 * THREADS * RESETS);
	}

	private static void awaitLines(LoggerContext context, int count) {
		int enough = RecordingConsole.sizeOf(context) + count * 10;
		long deadline = System.nanoTime() + 100_000_000;
		while (RecordingConsole.sizeOf(context) < enough && System.nanoTime() < deadline) {
			Thread.onSpinWait();
		}
	}

	private static void configureByXml(LoggerContext context) throws JoranException {
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		configurator.doConfigure(new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)));
	}

	private interface Reset {

		void perform(LoggerContext context) throws Exception;

	}

	private static final class SuppressAll extends TurboFilter {

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable ex) {
			return FilterReply.DENY;
		}

	}

}
