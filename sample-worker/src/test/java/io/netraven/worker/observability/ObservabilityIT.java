package io.netraven.worker.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import io.netraven.worker.Command;
import io.netraven.worker.NeedsRoot;
import io.netraven.worker.WorkerProcess;
import io.netraven.worker.comparison.HurtDisk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/**
 * The alert rules and the dashboard with the meters of the packaged worker: its volume is
 * filled, its small buffer runs over, and the volume is freed.
 */
@NeedsRoot
class ObservabilityIT {

	private static final Path RULES = Command.PROJECT.resolve("observability/prometheus-rules.yaml");

	private static final Path RULES_TEST = Command.PROJECT.resolve("observability/prometheus-rules-test.yaml");

	private static final Path DASHBOARD = Command.PROJECT.resolve("observability/grafana-dashboard.json");

	private static final String UNAVAILABLE = "NetravenLogFileUnavailable";

	private static final String LINES_LOST = "NetravenLogLinesLost";

	private static final String BUFFER_FILLS_UP = "NetravenLogBufferFillsUp";

	private static final int SCRAPES_OF_ONE_MINUTE = 60 / Recording.SECONDS;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static Recording recording;

	@BeforeAll
	static void recordAnOutage() throws Exception {
		try (HurtDisk disk = HurtDisk.tmpfs(folder.resolve("volume"), "8m");
				WorkerProcess worker = WorkerProcess.startJar(folder, Map.of("WORKER_INTERVAL", "10ms"),
						"--netraven.logging.file=" + disk.file(), "--netraven.logging.buffer-size=64KB")) {
			recording = new Recording(worker.actuator());
			recording.until(Scrape::isAvailable, 2 * SCRAPES_OF_ONE_MINUTE);
			disk.fill();
			recording.until((scrape) -> scrape.value("netraven_logging_lines_lost_total") > 0,
					2 * SCRAPES_OF_ONE_MINUTE);
			disk.free();
			recording.until(Scrape::isAvailable, 2 * SCRAPES_OF_ONE_MINUTE);
		}
	}

	@Test
	void recordedOutageFiresTheAlertsAndClearsThem() throws IOException {
		int down = recording.first(0, (scrape) -> !scrape.isAvailable());
		int lost = recording.first(down, (scrape) -> scrape.value("netraven_logging_lines_lost_total") > 0);
		int up = recording.first(down, Scrape::isAvailable);
		int quarterOfAnHourLater = recording.size() + 15 * SCRAPES_OF_ONE_MINUTE;
		Promtool.test(new AlertExpectations().expect(UNAVAILABLE, down + SCRAPES_OF_ONE_MINUTE - 1, false)
			.expect(UNAVAILABLE, down + SCRAPES_OF_ONE_MINUTE, true)
			.expect(UNAVAILABLE, up - 1, true)
			.expect(UNAVAILABLE, up, false)
			.expect(BUFFER_FILLS_UP, down, false)
			.expect(BUFFER_FILLS_UP, up - 1, true)
			.expect(BUFFER_FILLS_UP, recording.size(), false)
			.expect(LINES_LOST, lost - 1, false)
			.expect(LINES_LOST, lost, true)
			.expect(LINES_LOST, recording.size(), true)
			.expect(LINES_LOST, quarterOfAnHourLater, false)
			.write(folder.resolve("recorded.yaml"), RULES, recording));
	}

	@Test
	void rulesAreValidAndEachIsTested() {
		Promtool.check(RULES);
		Promtool.test(RULES_TEST);
		String tests = contentOf(RULES_TEST.toFile());
		assertThat(matches("alert: (\\w+)", contentOf(RULES.toFile()))).hasSize(6)
			.allSatisfy((alert) -> assertThat(tests).contains("alertname: " + alert + "\n        exp_alerts:"));
	}

	@Test
	void rulesAskForMetersThatThereAre() {
		assertThat(recording.last().names()).containsAll(metrics(contentOf(RULES.toFile())));
	}

	@Test
	void panelsAskForMetersThatThereAre() throws IOException {
		List<String> queries = JsonPath.read(DASHBOARD.toFile(), "$.panels[*].targets[*].expr");
		List<Object> panels = JsonPath.read(DASHBOARD.toFile(), "$.panels[*]");
		assertThat(queries).hasSizeGreaterThanOrEqualTo(panels.size())
			.allSatisfy((query) -> assertThat(recording.last().names()).containsAll(metrics(query)));
		Promtool.check(asRules(queries));
	}

	private static Path asRules(List<String> queries) throws IOException {
		return Files.writeString(folder.resolve("dashboard.yaml"),
				queries.stream()
					.map((query) -> query.replace("$__rate_interval", "5m").replace("$__range", "1h"))
					.map((query) -> "      - record: panel\n        expr: |-\n          %s\n".formatted(query))
					.collect(Collectors.joining("", "groups:\n  - name: panels\n    rules:\n", "")));
	}

	private static Set<String> metrics(String text) {
		Set<String> names = matches("\\b(netraven_\\w+)", text);
		assertThat(names).as(text).isNotEmpty();
		return names;
	}

	private static Set<String> matches(String pattern, String text) {
		return Pattern.compile(pattern)
			.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
	}

}
