package io.netraven.logging.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application gets with the starter. Maven resolves it as it does for a user.
 */
class StarterDependenciesIT {

	private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| .{10,} \\|$", Pattern.MULTILINE);

	@TempDir
	private Path folder;

	@Test
	void areThoseOfTheListWithReasons() throws Exception {
		String classPath = new ConsumerProject(Path.of("src/it/starter"), this.folder).classPath();
		assertThat(artifacts(classPath)).isNotEmpty().containsExactlyInAnyOrderElementsOf(listed());
	}

	private static List<String> artifacts(String classPath) {
		return List.of(classPath.trim().split(File.pathSeparator))
			.stream()
			.filter((entry) -> entry.endsWith(".jar"))
			.map(StarterDependenciesIT::artifact)
			.toList();
	}

	/**
	 * Takes the name out of a place in a local repository.
	 * @param jar such as {@code .../snakeyaml/2.5/snakeyaml-2.5.jar}
	 * @return the name without the version
	 */
	private static String artifact(String jar) {
		Path path = Path.of(jar);
		return path.getName(path.getNameCount() - 3).toString();
	}

	private static List<String> listed() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "publishing.md"));
		return ROW.matcher(page.substring(page.indexOf("## What the starter brings")))
			.results()
			.map((row) -> row.group(1))
			.toList();
	}

}
