package io.netraven.logging.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A project that depends on the artifacts of this one as they would be published. They
 * are laid out in a local repository of their own, behind that of the user, with a
 * version that nobody has installed.
 */
final class ConsumerProject {

	private static final String BUILT_VERSION = "0.1.0-SNAPSHOT";

	private static final String VERSION = "0.1.0-CONSUMER";

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private final Path project;

	private final Path folder;

	ConsumerProject(Path project, Path folder) {
		this.project = project;
		this.folder = folder;
	}

	/**
	 * Compile the project and resolve what it runs with.
	 * @return the class path
	 */
	String classPath() throws IOException, InterruptedException {
		publish("netraven-logging", ROOT);
		Path starter = publish("netraven-logging-spring-boot-starter",
				ROOT.resolve("netraven-logging-spring-boot-starter"));
		new JarOutputStream(Files.newOutputStream(starter)).close();
		Path jar = publish("netraven-logging-autoconfigure", ROOT.resolve("netraven-logging-autoconfigure"));
		Files.copy(ROOT.resolve("netraven-logging-autoconfigure/target")
			.resolve("netraven-logging-autoconfigure-" + BUILT_VERSION + ".jar"), jar);
		Path target = this.folder.resolve("target");
		maven("compile", "-Dmaven.repo.local.tail=" + repository(), "-Dbuild-directory=" + target,
				"-Dnetraven-logging.version=" + VERSION);
		return target.resolve("classes") + File.pathSeparator
				+ Files.readString(target.resolve("classpath.txt"), StandardCharsets.UTF_8);
	}

	private Path publish(String artifact, Path module) throws IOException {
		Path place = Files.createDirectories(repository().resolve("io/netraven").resolve(artifact).resolve(VERSION));
		Files.writeString(place.resolve(artifact + "-" + VERSION + ".pom"),
				Files.readString(module.resolve("pom.xml")).replace("${revision}", VERSION));
		return place.resolve(artifact + "-" + VERSION + ".jar");
	}

	private Path repository() {
		return this.folder.resolve("repository");
	}

	private void maven(String... arguments) throws IOException, InterruptedException {
		Path log = this.folder.resolve("maven.txt");
		ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("mvnw").toString(), "-B", "-ntp", "-f",
				this.project.toAbsolutePath().resolve("pom.xml").toString());
		builder.command().addAll(List.of(arguments));
		int exitCode = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		assertThat(exitCode).as(() -> "Maven says: " + read(log)).isZero();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
