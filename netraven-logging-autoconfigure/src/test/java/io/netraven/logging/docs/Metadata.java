package io.netraven.logging.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;

/**
 * The properties that the class path knows: those of this library and those of Spring
 * Boot.
 */
final class Metadata {

	private static final String OWN = "netraven.logging.";

	private final Map<String, Object> defaults = new TreeMap<>();

	/**
	 * Begins with what a module has that is not on the class path.
	 */
	private final Set<String> names = new TreeSet<>(
			Set.of("management.metrics.enable", "spring.cloud.consul.discovery.health-check-path"));

	private final Set<String> groups = new TreeSet<>();

	Metadata() {
		for (String file : List.of("spring-configuration-metadata", "additional-spring-configuration-metadata")) {
			try {
				ClassLoader loader = Metadata.class.getClassLoader();
				for (URL url : Collections.list(loader.getResources("META-INF/" + file + ".json"))) {
					read(JsonPath.parse(url.openStream()));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void read(DocumentContext metadata) {
		List<Map<String, Object>> properties = metadata.read("$.properties");
		for (Map<String, Object> property : properties) {
			String name = String.valueOf(property.get("name"));
			this.names.add(name);
			for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
				this.groups.add(name.substring(0, dot));
			}
			if (name.startsWith(OWN)) {
				Object value = property.get("defaultValue");
				this.defaults.put(name, (value != null) ? value : "(none)");
			}
		}
	}

	/**
	 * Returns the properties of this library with their defaults.
	 * @return the defaults, {@code (none)} where there is none
	 */
	Map<String, Object> own() {
		return this.defaults;
	}

	boolean isGroup(String name) {
		return this.groups.contains(name);
	}

	/**
	 * Returns whether a name is that of a property, or of an entry of one that is a map.
	 * @param name the name
	 * @return whether it can be set
	 */
	boolean knows(String name) {
		return this.names.stream().anyMatch((known) -> name.equals(known) || name.startsWith(known + "."));
	}

}
