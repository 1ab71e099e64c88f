package io.netraven.logging.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netraven.logging.metrics.LogFileMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.DefaultLifecycleProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names in the pages are names in the code: properties with their defaults, environment
 * variables, meters, threads.
 */
class DocsDriftTests {

	/**
	 * Begins with a letter or follows a hyphen of the command line, but is no class name.
	 */
	private static final Pattern PROPERTY = Pattern
		.compile("(?<![\\w./-])(?:-D|--)?((?:netraven\\.logging|logging|management|spring)(?:\\.[a-z0-9-]+)+)"
				+ "(?![\\w(-]|\\.[A-Z])");

	private static final Pattern VARIABLE = Pattern.compile("\\bNETRAVEN_LOGGING__\\w+");

	private static final Pattern SERIES = Pattern.compile("\\bnetraven_logging_[a-z_]+");

	/**
	 * System properties of the framework, which no metadata has.
	 */
	private static final Set<String> LIFECYCLE = Set.of(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME,
			DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME);

	private static final Metadata metadata = new Metadata();

	private static final Set<String> meters = meters();

	private static Set<String> meters() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new LogFileMetrics(() -> {
			throw new IllegalStateException("Only the names are wanted");
		}, () -> 0).bindTo(registry);
		return registry.getMeters().stream().map((meter) -> meter.getId().getName()).collect(Collectors.toSet());
	}

	static Stream<Page> pages() {
		return Page.current().stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyNameWithDotsIsThatOfAPropertyOrAMeter(Page page) {
		Stream<String> names = PROPERTY.matcher(page.text()).results().map((name) -> name.group(1));
		assertThat(names)
			.filteredOn((name) -> !metadata.isGroup(name) && !meters.contains(name) && !LIFECYCLE.contains(name))
			.filteredOn((name) -> !name.matches("spring\\.(factories|io.*)|logging\\.jar"))
			.allSatisfy((name) -> assertThat(metadata.knows(name)).as("%s in %s", name, page).isTrue());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyShortNameIsThatOfAProperty(Page page) {
		assertThat(page.code()).filteredOn((code) -> code.matches("(rotation|masking)\\.[a-z-]+"))
			.allSatisfy((name) -> assertThat(metadata.own()).as("%s in %s", name, page)
				.containsKey("netraven.logging." + name));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyVariableIsThatOfAProperty(Page page) {
		Set<String> variables = metadata.own()
			.keySet()
			.stream()
			.map(DocsDriftTests::variable)
			.collect(Collectors.toSet());
		assertThat(VARIABLE.matcher(page.text()).results().map(MatchResult::group)).as("%s", page)
			.isSubsetOf(variables);
	}

	private static String variable(String property) {
		return property.substring("netraven.logging.".length())
			.replace(".", "__")
			.replace('-', '_')
			.transform((name) -> "NETRAVEN_LOGGING__" + name.toUpperCase());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everySeriesIsThatOfAMeter(Page page) {
		assertThat(SERIES.matcher(page.text()).results().map(MatchResult::group))
			.allSatisfy((series) -> assertThat(meters.stream().map((meter) -> meter.replace('.', '_')))
				.as("%s in %s", series, page)
				.anyMatch((name) -> series.matches(name + "(_bytes|_seconds)?(_total)?")));
	}

	@Test
	void tableHasEveryPropertyWithItsDefault() {
		Map<String, Object> table = new TreeMap<>();
		Page.named("docs/configuration.md")
			.table("property")
			.forEach((cells) -> table.put(bare(cells.get(0)), bare(cells.get(1))));
		Map<String, Object> expected = new TreeMap<>();
		metadata.own().forEach((name, value) -> expected.put(name, value.toString()));
		assertThat(table).isEqualTo(expected);
	}

	@Test
	void tableHasEveryVariable() {
		assertThat(Page.named("docs/configuration.md").table("variable"))
			.allSatisfy((cells) -> assertThat(bare(cells.get(0))).isEqualTo(variable(bare(cells.get(1)))))
			.hasSameSizeAs(metadata.own().keySet());
	}

	@Test
	void tableHasEveryMeter() {
		List<String> table = Page.named("docs/monitoring.md")
			.table("meter")
			.stream()
			.map((cells) -> bare(cells.get(0)))
			.toList();
		assertThat(table).containsExactlyInAnyOrderElementsOf(meters);
	}

	@Test
	void rowsOfTheReadmeAreRowsOfTheComparison() {
		assertThat(Page.named("docs/guarantees.md").table("fault")).extracting((cells) -> cells.subList(1, 3))
			.containsAll(Page.named("README.md").table("fault").stream().map((cells) -> cells.subList(1, 3)).toList());
	}

	private static String bare(String cell) {
		return cell.replace("`", "");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyThreadIsThere(Page page) {
		assertThat(page.find("\\bnetraven-log-\\w+").stream().map(MatchResult::group)).as("%s", page)
			.isSubsetOf(Sources.literals());
	}

}
