import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Checks a folder to which the project was deployed against the rules of Maven Central and
 * those of the project.
 */
public class CheckPublication {

	private static final Set<String> ARTIFACTS = Set.of("netraven-logging-bom", "netraven-logging-autoconfigure",
			"netraven-logging-spring-boot-starter");

	private static final Set<String> PUBLIC_PACKAGES = Set.of("io.netraven.logging.autoconfigure",
			"io.netraven.logging.endpoint", "io.netraven.logging.file", "io.netraven.logging.health",
			"io.netraven.logging.logback", "io.netraven.logging.metrics");

	private final List<String> problems = new ArrayList<>();

	private final Path folder;

	private final String version;

	CheckPublication(Path folder, String version) {
		this.folder = folder;
		this.version = version;
	}

	public static void main(String[] arguments) throws Exception {
		CheckPublication check = new CheckPublication(Path.of(arguments[0], "io", "netraven"), arguments[1]);
		check.run();
		check.problems.forEach((problem) -> System.err.println("publication: " + problem));
		System.exit(check.problems.isEmpty() ? 0 : 1);
	}

	private void run() throws Exception {
		try (Stream<Path> artifacts = Files.list(this.folder)) {
			Set<String> found = new TreeSet<>(artifacts.map((path) -> path.getFileName().toString()).toList());
			must(found.equals(ARTIFACTS), "deployed are " + found);
		}
		for (String artifact : ARTIFACTS) {
			checkPom(artifact, file(artifact, ".pom"));
			if (!artifact.endsWith("-bom")) {
				checkJars(artifact);
			}
		}
		checkModule(file("netraven-logging-autoconfigure", ".jar"));
		checkStarter(file("netraven-logging-spring-boot-starter", ".jar"));
		checkJavadoc(file("netraven-logging-autoconfigure", "-javadoc.jar"));
		checkBom(file("netraven-logging-bom", ".pom"));
		printFolder();
	}

	private Path file(String artifact, String suffix) {
		return this.folder.resolve(artifact).resolve(this.version).resolve(artifact + "-" + this.version + suffix);
	}

	private void checkPom(String artifact, Path file) throws Exception {
		Element pom = parse(file);
		for (String element : List.of("groupId", "artifactId", "version", "name", "description", "url", "licenses",
				"developers", "scm")) {
			Element child = child(pom, element);
			must(child != null && !child.getTextContent().isBlank(), artifact + ": no " + element + " in the POM");
		}
		must(child(pom, "parent") == null, artifact + ": the POM has a parent");
		must(child(pom, "repositories") == null, artifact + ": the POM names repositories");
		must(child(pom, "profiles") == null, artifact + ": the POM has profiles");
		must(artifact.endsWith("-bom") || child(pom, "dependencyManagement") == null,
				artifact + ": the POM manages versions");
		String text = Files.readString(file);
		must(!text.contains("SNAPSHOT"), artifact + ": a SNAPSHOT in the POM");
		must(!text.contains("${"), artifact + ": a placeholder in the POM");
		must(!text.contains("<scope>test</scope>"), artifact + ": a test dependency in the POM");
		NodeList versions = pom.getElementsByTagName("version");
		for (int i = 0; i < versions.getLength(); i++) {
			must(!versions.item(i).getTextContent().matches(".*[\\[(,].*"),
					artifact + ": a version range: " + versions.item(i).getTextContent());
		}
	}

	private void checkJars(String artifact) throws IOException {
		for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
			Path file = file(artifact, suffix);
			must(Files.exists(file), artifact + ": no " + file.getFileName());
			if (Files.exists(file)) {
				must(Files.exists(Path.of(file + ".sha1")) && Files.exists(Path.of(file + ".md5")),
						artifact + ": no checksums of " + file.getFileName());
				try (JarFile jar = new JarFile(file.toFile())) {
					must(jar.getEntry("META-INF/LICENSE") != null, file.getFileName() + ": no META-INF/LICENSE");
					must(jar.getEntry("META-INF/NOTICE") != null, file.getFileName() + ": no META-INF/NOTICE");
				}
			}
		}
	}

	private void checkModule(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			attribute(jar, "Automatic-Module-Name", "io.netraven.logging.autoconfigure"::equals);
			attribute(jar, "Implementation-Version", this.version::equals);
			attribute(jar, "Implementation-Title", (value) -> !value.isBlank());
			must(jar.getEntry("META-INF/sbom/netraven-logging-autoconfigure.cdx.json") != null,
					file.getFileName() + ": no SBOM");
			must(jar.getEntry("META-INF/sbom/bom.json") == null,
					file.getFileName() + ": META-INF/sbom/bom.json is the place of the application's SBOM");
			must(jar.getEntry("META-INF/spring-configuration-metadata.json") != null,
					file.getFileName() + ": no configuration metadata");
		}
	}

	private void checkStarter(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			attribute(jar, "Automatic-Module-Name", "io.netraven.logging.starter"::equals);
			attribute(jar, "Implementation-Version", this.version::equals);
			attribute(jar, "Spring-Boot-Jar-Type", "dependencies-starter"::equals);
		}
	}

	private void attribute(JarFile jar, String name, Predicate<String> expected) throws IOException {
		String value = jar.getManifest().getMainAttributes().getValue(name);
		must(value != null && expected.test(value), jar.getName() + ": " + name + " is " + value);
	}

	private void checkJavadoc(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			String packages = new String(jar.getInputStream(jar.getEntry("element-list")).readAllBytes());
			Set<String> found = new TreeSet<>(
					packages.lines().filter((line) -> !line.startsWith("module:")).toList());
			must(PUBLIC_PACKAGES.containsAll(found) && found.contains("io.netraven.logging.file"),
					"the Javadoc describes " + found);
		}
	}

	private void checkBom(Path file) throws Exception {
		Element managed = child(parse(file), "dependencyManagement");
		must(managed != null, "the BOM manages nothing");
		if (managed != null) {
			NodeList versions = managed.getElementsByTagName("version");
			must(versions.getLength() == ARTIFACTS.size() - 1, "the BOM manages " + versions.getLength() + " versions");
		}
	}

	private void printFolder() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.filter((file) -> file.toString().matches(".*\\.(jar|pom)"))
				.sorted()
				.forEach((file) -> System.out.printf("%9d %s%n", file.toFile().length(), this.folder.relativize(file)));
		}
	}

	private void must(boolean met, String problem) {
		if (!met) {
			this.problems.add(problem);
		}
	}

	private static Element parse(Path file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
	}

	private static Element child(Element parent, String name) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getTagName().equals(name)) {
				return element;
			}
		}
		return null;
	}

}
