package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/**
 * An application that was processed ahead of time decides on the log file when it runs,
 * not when it was built.
 */
class AheadOfTimeIT {

	private static final String APPLICATION = ReportingApplication.class.getName();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@BeforeAll
	static void processAheadOfTime() throws IOException {
		new ForkedJvm().run(Map.of("NETRAVEN_LOGGING__FILE", file("build.log").toString()),
				"org.springframework.boot.SpringApplicationAotProcessor", APPLICATION, folder("sources").toString(),
				folder("classes").toString(), folder("classes").toString(), "io.netraven", "aot");
		compile(folder("sources"), folder("classes"));
	}

	@Test
	void processingWritesNoFile() {
		assertThat(file("build.log")).doesNotExist();
	}

	@Test
	void fileThatIsSetAtRunTimeHasItsLinesAndItsHealth() {
		String output = run(
				Map.of("NETRAVEN_LOGGING__FILE", file("run.log").toString(), "NETRAVEN_LOGGING__MAX_WAIT", "10s"));
		assertThat(output).contains("Starting AOT-processed ReportingApplication", "max-wait: PT10S", "health: UP",
				"file=" + file("run.log"));
		assertThat(file("run.log")).content().contains("Starting AOT-processed ReportingApplication");
	}

	@Test
	void thereIsNeitherFileNorHealthWithoutOne() {
		assertThat(run(Map.of())).contains("Starting AOT-processed ReportingApplication", "health: no contributor");
	}

	@Test
	void nativeImageHasTheConstructorsThatNameTheProperties() {
		String metadata = "META-INF/native-image/io.netraven/aot/reachability-metadata.json";
		List<String> constructors = JsonPath.parse(contentOf(folder.resolve("classes").resolve(metadata).toFile()))
			.read("$.reflection[?(@.methods[?(@.name == '<init>')])].type");
		assertThat(constructors).contains(NetravenLoggingProperties.class.getName(),
				NetravenLoggingProperties.Rotation.class.getName());
	}

	private String run(Map<String, String> variables) {
		return new ForkedJvm().option("-Dspring.aot.enabled=true")
			.withFirst(folder.resolve("classes"))
			.run(variables, APPLICATION);
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> generated = Files.walk(sources)) {
			List<Path> paths = generated.filter((path) -> path.toString().endsWith(".java")).toList();
			List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
					classes + System.getProperty("path.separator") + System.getProperty("java.class.path"));
			assertThat(
					compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(paths)).call())
				.isTrue();
		}
	}

	private static Path file(String name) {
		return folder.resolve(name);
	}

	private static Path folder(String name) throws IOException {
		return Files.createDirectories(folder.resolve(name));
	}

}
