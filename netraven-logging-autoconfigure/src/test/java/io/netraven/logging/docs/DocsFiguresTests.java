package io.netraven.logging.docs;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.daemon.TimeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times and sizes in the pages are those of the code.
 */
class DocsFiguresTests {

	private static final String TIME = "(twice a second|hourly|[\\w.]+ [\\w-]+)";

	private static final Map<String, Duration> WORDS = Map.of("twice a second", Duration.ofMillis(500), "hourly",
			Duration.ofHours(1));

	private static final Map<String, Double> NUMBERS = Map.of("a", 1.0, "an", 1.0, "one", 1.0, "two", 2.0, "three", 3.0,
			"five", 5.0, "ten", 10.0);

	private static final List<Page> pages = Page.current();

	static Stream<Arguments> sentences() throws ReflectiveOperationException {
		Duration[] reminders = (Duration[]) constant("file.daemon.OutageReporter", "REMINDERS");
		return Stream.of(Arguments.of("reminders after " + TIME + ", after \\d+ more", reminders[0]),
				Arguments.of("reminders after \\d+ minute, after (\\d+) more", reminders[1].toMinutes()),
				Arguments.of("after \\d+ more, and then " + TIME, reminders[2]),
				Arguments.of(TIME + " without an outage", constant("file.daemon.OutageReporter", "CALM")),
				Arguments.of("after (\\w+) outages the next",
						constant("file.daemon.OutageReporter", "REPORTED_AT_ONCE")),
				Arguments.of("looks at its path " + TIME, nanos("file.daemon.FileThread", "CHECK_NANOS")),
				Arguments.of("keeps its name for " + TIME + " at least", limit("shortestStay")),
				Arguments.of("write that hangs for more than " + TIME, limit("giveUp")),
				Arguments.of("a write hangs, and the path names another file \\| after " + TIME, limit("giveUp")),
				Arguments.of("before the runners\\), or for " + TIME,
						nanos("file.daemon.FileRequests", "CAPTURE_NANOS")),
				Arguments.of("before the runners, or for " + TIME, nanos("file.daemon.FileRequests", "CAPTURE_NANOS")),
				Arguments.of("holds the exit for more than " + TIME, constant("logback.FinalDrain", "AT_MOST")),
				Arguments.of("shutdown of the application is over after " + TIME,
						constant("logback.FinalDrain", "AT_MOST")),
				Arguments.of("within about " + TIME, nanos("file.daemon.Heartbeat", "NANOS")),
				Arguments.of("are forgotten " + TIME + " after their last sign",
						nanos("file.archive.PeerProcesses", "REMEMBERED_NANOS")),
				Arguments.of("one that stands still for more than " + TIME,
						nanos("file.archive.PeerProcesses", "QUIET_WITH_PEERS_NANOS")),
				Arguments.of("file of a killed process stays for " + TIME,
						nanos("file.archive.PeerProcesses", "UNATTENDED_NANOS")),
				Arguments.of(TIME + " after Logback has stopped for good",
						nanos("logback.LogbackLogFile", "RESTART_NANOS")),
				Arguments.of("archive thread is tried again after " + TIME,
						nanos("file.archive.ArchiveThread", "RETRY_AFTER_ERROR_NANOS")),
				Arguments.of("one `write` of at most (\\d+) KB",
						kilobytes("file.buffer.PendingLines", "LARGEST_BATCH")),
				Arguments.of("one batch of (\\d+) KB", kilobytes("file.buffer.PendingLines", "LARGEST_BATCH")),
				Arguments.of("ordinary word: (\\d+) characters", constant("logback.SecretValues", "LONG_ENOUGH")),
				Arguments.of("characters or more, or (\\d+) with letters and digits",
						constant("logback.SecretValues", "LONG_ENOUGH_WITH_DIGITS")));
	}

	@ParameterizedTest(name = "{0} is {1}")
	@MethodSource("sentences")
	void everySentenceSaysWhatTheCodeDoes(String sentence, Object expected) {
		List<String> figures = find("(?i)" + sentence).map((match) -> match.group(1)).toList();
		assertThat(figures).as("%s is said somewhere", sentence).isNotEmpty().allSatisfy((figure) -> {
			Object said = (expected instanceof Duration) ? duration(figure) : number(figure);
			Object meant = (expected instanceof Number number) ? number.doubleValue() : expected;
			assertThat(said).as(figure).isEqualTo(meant);
		});
	}

	@Test
	void defaultsBehindNamesAreThoseOfTheMetadata() {
		Map<String, Object> own = new Metadata().own();
		assertThat(find("`(?:netraven\\.logging\\.)?(?:rotation\\.)?([a-z-]+)` \\((\\d+ ?[a-z]+)\\)").toList())
			.isNotEmpty()
			.allSatisfy((match) -> assertThat(own.entrySet())
				.filteredOn((entry) -> entry.getKey().endsWith("." + match.group(1)))
				.singleElement()
				.satisfies((entry) -> assertThat(DurationStyle.detectAndParse(entry.getValue().toString()))
					.as(match.group())
					.isEqualTo(duration(match.group(2)))));
	}

	private static Stream<MatchResult> find(String expression) {
		return pages.stream().flatMap((page) -> Pattern.compile(expression).matcher(page.sentences()).results());
	}

	private static Duration duration(String figure) {
		if (WORDS.containsKey(figure)) {
			return WORDS.get(figure);
		}
		String[] parts = figure.toLowerCase().split(" ");
		long unit = switch (parts[1].replaceAll("s$", "")) {
			case "m" -> 1;
			case "", "second" -> 1000;
			case "minute" -> 60_000;
			case "hour" -> 3_600_000;
			default -> throw new IllegalArgumentException(figure);
		};
		return Duration.ofMillis((long) (number(parts[0]) * unit));
	}

	private static double number(String figure) {
		Double word = NUMBERS.get(figure.toLowerCase());
		return (word != null) ? word : Double.parseDouble(figure);
	}

	private static Object limit(String name) throws ReflectiveOperationException {
		Class<?> type = Class.forName("io.netraven.logging.file.daemon.TimeLimits");
		Object limits = TimeLimits.of(TestWriter.settings("worker.log", Delivery.SYNC, 1, Duration.ZERO));
		return type.getMethod(name).invoke(limits);
	}

	private static Duration nanos(String type, String name) throws ReflectiveOperationException {
		return Duration.ofNanos((Long) constant(type, name));
	}

	private static int kilobytes(String type, String name) throws ReflectiveOperationException {
		return (Integer) constant(type, name) / 1024;
	}

	private static Object constant(String type, String name) throws ReflectiveOperationException {
		Field field = Class.forName("io.netraven.logging." + type).getDeclaredField(name);
		field.setAccessible(true);
		return field.get(null);
	}

}
