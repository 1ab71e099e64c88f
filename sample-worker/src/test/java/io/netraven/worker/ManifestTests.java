package io.netraven.worker;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The manifests of the pages against the fields that Kubernetes knows.
 */
class ManifestTests {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

	/**
	 * Named, not imported: their annotations are not on the class path.
	 */
	private static final String MODEL = "io.kubernetes.client.openapi.models.V1";

	static List<Manifest> manifests() throws IOException {
		List<Manifest> manifests = new ArrayList<>();
		for (String page : List.of("deployment", "platforms")) {
			String text = Files.readString(Command.PROJECT.resolve("docs/%s.md".formatted(page)));
			BLOCK.matcher(text)
				.results()
				.flatMap((block) -> documents(block.group(1)))
				.filter((document) -> document.contains("apiVersion:"))
				.forEach((document) -> manifests.add(new Manifest(page, document)));
		}
		return manifests;
	}

	private static Stream<String> documents(String block) {
		return Stream.of(block.split("(?m)^---$"));
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void everyFieldIsOneOfKubernetes(Manifest manifest) throws ReflectiveOperationException {
		check(manifest.text());
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void everyProbeIsWhatTheWorkerAnswers(Manifest manifest) {
		assertThat(Pattern.compile("path: (/actuator\\S*?)[,\\s]").matcher(manifest.text()).results()).allSatisfy(
				(path) -> assertThat(path.group(1)).isIn("/actuator/health/readiness", "/actuator/health/liveness"));
	}

	@Test
	void thereAreManifestsAndEachOfTheirFieldsIsLookedAt() throws IOException {
		String deployment = manifests().stream()
			.map(Manifest::text)
			.filter((text) -> text.contains("kind: Deployment") && text.contains("startupProbe:"))
			.findFirst()
			.orElseThrow();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> check(deployment.replace("startupProbe:", "startUpProbe:")))
			.withMessageContaining("startUpProbe");
	}

	private static void check(String manifest) throws ReflectiveOperationException {
		Map<String, Object> fields = new Yaml().load(manifest);
		Class<?> model = Class.forName(MODEL + fields.get("kind"));
		try {
			model.getMethod("validateJsonElement", JsonElement.class).invoke(null, new Gson().toJsonTree(fields));
		}
		catch (InvocationTargetException ex) {
			throw new IllegalArgumentException(ex.getCause());
		}
	}

	/**
	 * A document of a page.
	 *
	 * @param page the page
	 * @param text the document
	 */
	record Manifest(String page, String text) {

		@Override
		public String toString() {
			return this.page + ": " + this.text.lines().limit(2).toList();
		}

	}

}
