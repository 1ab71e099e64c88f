package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the page about tests: compiled, and run.
 */
class TestingPageTests extends RealApplications {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

	private static final String IMPORTS = """
			package com.example;
			import java.io.IOException;
			import java.nio.file.Files;
			import java.nio.file.Path;
			import org.junit.jupiter.api.Test;
			import org.junit.jupiter.api.io.TempDir;
			import org.slf4j.LoggerFactory;
			import org.springframework.boot.SpringApplication;
			import org.springframework.boot.SpringBootConfiguration;
			import org.springframework.boot.test.context.SpringBootTest;
			import org.springframework.context.ConfigurableApplicationContext;
			import static org.assertj.core.api.Assertions.assertThat;
			@SpringBootConfiguration
			class Worker {
			}
			""";

	@TempDir
	Path classes;

	@Test
	void examplesCompileAndTheTestOfTheFileSucceeds() throws Exception {
		compile(examples());
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() })) {
			TestExecutionSummary summary = run(loader.loadClass("com.example.FileTests"));
			assertThat(summary.getFailures()).as("failures").isEmpty();
			assertThat(summary.getTestsSucceededCount()).isOne();
		}
	}

	private static String examples() throws IOException {
		List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/testing.md")))
			.results()
			.map((block) -> block.group(1))
			.toList();
		assertThat(blocks).hasSize(2);
		return blocks.stream().collect(Collectors.joining("\n", IMPORTS, ""));
	}

	private void compile(String text) throws IOException {
		Path source = Files.writeString(this.classes.resolve("Worker.java"), text);
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assertThat(compiler.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
				this.classes.toString(), source.toString()))
			.isZero();
	}

	private static TestExecutionSummary run(Class<?> test) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(test))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		return listener.getSummary();
	}

}
