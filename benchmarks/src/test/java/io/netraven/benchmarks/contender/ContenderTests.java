package io.netraven.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every contender does the same work: the same line, whole, once, and none is lost.
 */
class ContenderTests {

	private static final int THREADS = 4;

	private static final int LINES = 20_000;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(names = "ENCODE_ONLY", mode = EnumSource.Mode.EXCLUDE)
	void everyLineOfSeveralThreadsIsInTheFileOnce(Contender contender) throws Exception {
		Path file = this.folder.resolve("worker.log");
		try (OpenLog log = contender.open(file)) {
			List<Thread> threads = IntStream.range(0, THREADS).mapToObj((thread) -> logging(log, thread)).toList();
			for (Thread thread : threads) {
				thread.join();
			}
		}
		try (Stream<Long> numbers = Line.numbers(file)) {
			assertThat(numbers.sorted().toList())
				.isEqualTo(LongStream.range(0, (long) THREADS * LINES).boxed().toList());
		}
		assertThat(lines(file)).hasSize(THREADS * LINES);
	}

	@ParameterizedTest
	@EnumSource(names = "ENCODE_ONLY", mode = EnumSource.Mode.EXCLUDE)
	void theLineHasTheSameTextBehindItsTime(Contender contender) throws Exception {
		Path file = this.folder.resolve("worker.log");
		Thread.currentThread().setName("main");
		try (OpenLog log = contender.open(file)) {
			log.log(17);
		}
		assertThat(lines(file)).singleElement()
			.asString()
			.matches(
					"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)  INFO 4242 --- \\[worker\\] "
							+ "\\[main\\] io\\.netraven\\.benchmarks\\.Orders {11} : "
							+ "Order 17 has been processed for customer c-4711");
	}

	private static Thread logging(OpenLog log, int thread) {
		Thread started = new Thread(
				() -> LongStream.range((long) thread * LINES, (thread + 1L) * LINES).forEach(log::log));
		started.start();
		return started;
	}

	private static List<String> lines(Path file) throws IOException {
		return Files.readAllLines(file);
	}

}
