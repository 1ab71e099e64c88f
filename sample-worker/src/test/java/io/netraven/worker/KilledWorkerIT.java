package io.netraven.worker;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A worker that is killed while four threads log flat out.
 */
class KilledWorkerIT {

	private static final Pattern LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

	private static final Pattern LOAD = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.* : load (\\d) (\\d+)");

	@TempDir
	Path folder;

	@RepeatedTest(10)
	void everyLineWhoseCallReturnedIsInTheFileAndNoneIsTorn() throws Exception {
		Path file = this.folder.resolve("worker.log");
		Path returned = this.folder.resolve("returned");
		MappedByteBuffer lastReturned = LoadApplication.map(returned);
		try (WorkerProcess worker = startLoad("--netraven.logging.file=" + file, "--netraven.logging.max-wait=1m",
				"--netraven.logging.rotation.enabled=false", "--load.returned=" + returned)) {
			Actuator actuator = worker.actuator();
			actuator.awaitWriting();
			Awaitility.await().until(() -> minimum(lastReturned) > 100);
			TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(500));
			assertThat(actuator.<Integer>read("health/netravenLogging", "$.details.unconfirmed")).isZero();
		}
		Map<Integer, Long> lastWritten = lastWritten(file);
		for (int thread = 0; thread < LoadApplication.THREADS; thread++) {
			assertThat(lastWritten.get(thread)).isGreaterThanOrEqualTo(lastReturned.getLong(thread * Long.BYTES));
		}
	}

	private WorkerProcess startLoad(String... arguments) throws IOException {
		List<String> java = List.of(WorkerProcess.java(), "-cp", System.getProperty("java.class.path"),
				LoadApplication.class.getName());
		return WorkerProcess.start(this.folder, Collections.emptyMap(), java, arguments);
	}

	private long minimum(MappedByteBuffer lastReturned) {
		long minimum = Long.MAX_VALUE;
		for (int thread = 0; thread < LoadApplication.THREADS; thread++) {
			minimum = Math.min(minimum, lastReturned.getLong(thread * Long.BYTES));
		}
		return minimum;
	}

	private Map<Integer, Long> lastWritten(Path file) throws IOException {
		String content = Files.readString(file);
		String whole = content.substring(0, content.lastIndexOf('\n') + 1);
		Map<Integer, Long> last = new HashMap<>();
		assertThat(whole.lines().filter((line) -> !LINE.matcher(line).matches())).isEmpty();
		whole.lines().map(LOAD::matcher).filter(Matcher::matches).forEach((line) -> {
			int thread = Integer.parseInt(line.group(1));
			long number = Long.parseLong(line.group(2));
			assertThat(number).isEqualTo(last.getOrDefault(thread, 0L) + 1);
			last.put(thread, number);
		});
		return last;
	}

}
