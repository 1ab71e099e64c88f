package io.netraven.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Has the file of the environment that {@code netraven.environment} names imported by
 * {@code application.yaml}: the one in the jar, then the one below
 * {@code ./config/environments}, which wins. Without a name there is nothing to import; a
 * name without a file fails the start.
 */
class EnvironmentFilesEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String SETTING = "netraven.environment";

	private static final String IN_THE_JAR = "classpath:environments/";

	private static final String BESIDE_THE_JAR = "file:./config/environments/";

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String name = environment.getProperty(SETTING);
		if (!StringUtils.hasText(name)) {
			return;
		}
		Set<String> known = knownNames();
		if (!known.contains(name)) {
			throw new UnknownEnvironmentException(name, known);
		}
		String files = "optional:%s%s.yaml,optional:%s%s.yaml".formatted(IN_THE_JAR, name, BESIDE_THE_JAR, name);
		environment.getPropertySources()
			.addLast(new MapPropertySource("environmentFiles", Map.of("worker.environment-files", files)));
	}

	private Set<String> knownNames() {
		Set<String> names = new TreeSet<>();
		try {
			PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
			for (String folder : new String[] { IN_THE_JAR, BESIDE_THE_JAR }) {
				for (Resource file : resolver.getResources(folder + "*.yaml")) {
					names.add(StringUtils.stripFilenameExtension(String.valueOf(file.getFilename())));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

}
