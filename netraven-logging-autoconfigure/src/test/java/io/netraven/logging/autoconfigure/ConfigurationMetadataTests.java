package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for what an IDE shows of the properties.
 */
class ConfigurationMetadataTests {

	private static final String LOCATION = "META-INF/spring-configuration-metadata.json";

	private static final String DURATION = "java.time.Duration";

	private static final String SIZE = "org.springframework.util.unit.DataSize";

	private static final String STRINGS = "java.util.List<java.lang.String>";

	private final DocumentContext metadata = metadata();

	@Test
	void everyPropertyHasItsType() {
		assertThat(properties("type")).containsOnly(entry("file", "java.lang.String"),
				entry("level", "org.springframework.boot.logging.LogLevel"),
				entry("delivery", "io.netraven.logging.file.Delivery"), entry("buffer-size", SIZE),
				entry("max-wait", DURATION), entry("max-retry-interval", DURATION),
				entry("permissions", "java.lang.String"),
				entry("untrusted-folder", "io.netraven.logging.file.UntrustedFolder"),
				entry("force-interval", DURATION),
				entry("control-characters", "io.netraven.logging.logback.ControlCharacters"),
				entry("masking.level", "io.netraven.logging.logback.MaskingLevel"),
				entry("masking.additional-keys", STRINGS), entry("masking.additional-values", STRINGS),
				entry("masking.ignored-keys", STRINGS), entry("max-line-size", SIZE),
				entry("sequence", "java.lang.Boolean"), entry("rotation.enabled", "java.lang.Boolean"),
				entry("rotation.max-file-size", SIZE),
				entry("rotation.period", "io.netraven.logging.file.RotationSettings$Period"),
				entry("rotation.on-start", "java.lang.Boolean"), entry("rotation.total-size-cap", SIZE),
				entry("rotation.max-archives", "java.lang.Integer"), entry("rotation.max-age", DURATION),
				entry("rotation.min-free-space", SIZE), entry("rotation.compress", "java.lang.Boolean"),
				entry("rotation.compress-after", DURATION));
	}

	@Test
	void everyPropertyHasItsDefault() {
		assertThat(properties("defaultValue")).containsOnly(entry("file", null), entry("level", null),
				entry("delivery", "sync"), entry("buffer-size", "8MB"), entry("max-wait", "50ms"),
				entry("max-retry-interval", "5s"), entry("permissions", "rw-r-----"), entry("untrusted-folder", "note"),
				entry("force-interval", null), entry("control-characters", "escape"), entry("masking.level", "known"),
				entry("masking.additional-keys", null), entry("masking.additional-values", null),
				entry("masking.ignored-keys", null), entry("max-line-size", "1MB"), entry("sequence", false),
				entry("rotation.enabled", true), entry("rotation.max-file-size", "10MB"),
				entry("rotation.period", "none"), entry("rotation.on-start", false),
				entry("rotation.total-size-cap", "1GB"), entry("rotation.max-archives", null),
				entry("rotation.max-age", null), entry("rotation.min-free-space", null),
				entry("rotation.compress", true), entry("rotation.compress-after", "10m"));
	}

	@Test
	void everyPropertyIsDescribed() {
		assertThat(properties("description")).allSatisfy((name, description) -> {
			assertThat(description).asString().as(name).hasSizeGreaterThan(20).doesNotStartWithIgnoringCase("the ");
			assertThat(String.valueOf(description).startsWith("whether")).as(name)
				.isEqualTo("java.lang.Boolean".equals(properties("type").get(name)));
		});
	}

	@Test
	void everyPropertyHasItsEnvironmentVariable() {
		assertThat(properties("name").values()).containsExactlyInAnyOrderElementsOf(
				DoubleUnderscoreEnvironmentPostProcessor.PROPERTIES.stream().map((name) -> (Object) name).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "enabled", "down-on-outage" })
	void healthCanBeSwitchedOffAndLeftUp(String name) {
		assertThat(entries("properties")).filteredOn("name", "management.health.netravenlogging." + name)
			.singleElement()
			.satisfies((property) -> assertThat(property).containsEntry("defaultValue", true)
				.containsEntry("type", "java.lang.Boolean"));
	}

	@Test
	void textsHaveExamples() {
		assertThat(entries("hints")).extracting("name")
			.containsExactly("netraven.logging.file", "netraven.logging.permissions");
	}

	private Map<String, @Nullable Object> properties(String attribute) {
		Map<String, @Nullable Object> attributes = new TreeMap<>();
		String prefix = "netraven.logging.";
		entries("properties").stream()
			.filter((property) -> name(property).startsWith(prefix))
			.forEach((property) -> attributes.put(name(property).substring(prefix.length()), property.get(attribute)));
		return attributes;
	}

	private String name(Map<String, Object> property) {
		return String.valueOf(property.get("name"));
	}

	private List<Map<String, Object>> entries(String kind) {
		return this.metadata.read("$." + kind);
	}

	private static DocumentContext metadata() {
		try {
			String classes = NetravenLoggingProperties.class.getProtectionDomain()
				.getCodeSource()
				.getLocation()
				.toString();
			for (URL url : Collections.list(NetravenLoggingProperties.class.getClassLoader().getResources(LOCATION))) {
				if (url.toString().contains(classes)) {
					return JsonPath.parse(url.openStream());
				}
			}
			throw new IllegalStateException("No metadata in " + classes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
