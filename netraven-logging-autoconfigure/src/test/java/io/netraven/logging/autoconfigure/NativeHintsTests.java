package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image needs of this library beyond its beans: Spring registers hints for
 * everything that {@code spring.factories} names, so the library has none of its own.
 */
class NativeHintsTests {

	@Test
	void everythingInSpringFactoriesCanBeMade() throws IOException {
		RuntimeHints hints = new RuntimeHints();
		ClassLoader loader = getClass().getClassLoader();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", loader)
			.load(RuntimeHintsRegistrar.class)
			.forEach((registrar) -> registrar.registerHints(hints, loader));
		assertThat(ourFactories()).isNotEmpty()
			.allSatisfy((type) -> assertThat(RuntimeHintsPredicates.reflection()
				.onConstructorInvocation(ClassUtils.forName(type, loader).getDeclaredConstructors()[0]))
				.accepts(hints));
	}

	private static List<String> ourFactories() throws IOException {
		Properties factories = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/META-INF/spring.factories"))) {
			factories.load(reader);
		}
		return factories.values()
			.stream()
			.flatMap((names) -> Stream.of(StringUtils.commaDelimitedListToStringArray(names.toString())))
			.map(String::strip)
			.toList();
	}

}
