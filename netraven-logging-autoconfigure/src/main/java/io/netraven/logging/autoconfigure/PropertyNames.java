package io.netraven.logging.autoconfigure;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * Finds the names of the properties that Spring Boot binds to a record. Reads what Spring
 * Boot's own binder reads, the parameters of the constructor, and so needs no other hints
 * in a native image.
 */
final class PropertyNames {

	private PropertyNames() {
	}

	static Set<String> of(String prefix, Class<? extends Record> type) {
		return namesBelow(prefix, type).collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> namesBelow(String prefix, Class<?> type) {
		return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
			.flatMap((parameter) -> names(prefix, parameter));
	}

	private static Stream<String> names(String prefix, Parameter parameter) {
		String name = prefix + "." + DataObjectPropertyName.toDashedForm(parameter.getName());
		return parameter.getType().isRecord() ? namesBelow(name, parameter.getType()) : Stream.of(name);
	}

}
