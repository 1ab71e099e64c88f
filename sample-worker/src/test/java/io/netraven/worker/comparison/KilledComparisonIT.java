package io.netraven.worker.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.netraven.worker.Command;
import io.netraven.worker.NeedsDocker;
import io.netraven.worker.NeedsRoot;
import io.netraven.worker.WorkerImage;
import io.netraven.worker.comparison.Ledger.OfProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is killed while four threads log flat out.
 */
@NeedsDocker
@NeedsRoot
@Tag("alone")
class KilledComparisonIT {

	private static final int ROUNDS = 5;

	private static final String[] FLAT_OUT = { "--load.pause=0", "--netraven.logging.max-wait=1m" };

	@TempDir
	Path folder;

	@Test
	void noReturnedLineIsMissingAfterKill() throws Exception {
		Comparison.Library library = Comparison.oneByOne(Fault.KILL, this.folder, (contender, own) -> {
			Figures total = new Figures();
			for (int round = 0; round < ROUNDS; round++) {
				Path file = own.resolve("round-%d.log".formatted(round));
				Files.deleteIfExists(own.resolve("ledger"));
				try (LoadedProcess process = LoadedProcess.start(contender, own, file, FLAT_OUT)) {
					process.run(300 + 100 * round);
					process.kill();
					total.add(figures(contender, process, file));
					Files.delete(file);
				}
			}
			return total;
		});
		assertNothingMissing(library);
	}

	@Test
	void noReturnedLineIsMissingAfterAnOutOfMemoryKill() throws Exception {
		String image = WorkerImage.build().asCanonicalNameString();
		Comparison.Library library = Comparison.oneByOne(Fault.OUT_OF_MEMORY, this.folder, (contender, own) -> {
			Path file = own.resolve("worker.log");
			String name = "netraven-memory-%d".formatted(ProcessHandle.current().pid());
			try (LoadedProcess process = LoadedProcess.launch(inContainer(image, name, own), contender, own, file,
					FLAT_OUT)) {
				assertThat(process.isLoaded()).isTrue();
				process.ledger().set(OfProcess.EAT_MEMORY, 1);
				assertThat(process.process().awaitExit()).isEqualTo(137);
				assertThat(Command.run("docker", "inspect", "-f", "{{.State.OOMKilled}}", name).strip())
					.isEqualTo("true");
				return figures(contender, process, file);
			}
			finally {
				Command.run("docker", "rm", "-f", name);
			}
		});
		assertNothingMissing(library);
	}

	private void assertNothingMissing(Comparison.Library library) {
		assertThat(library.sync()).hasNo(Figure.MISSING, Figure.UNCONFIRMED);
		library.bothSatisfy((figures) -> assertThat(figures).hasNo(Figure.TORN));
	}

	private Figures figures(Contender contender, LoadedProcess process, Path file) throws Exception {
		LoggedLines lines = LoggedLines.in(file);
		Figures figures = new Figures().putMissing(lines, process.returned()).put(Figure.TORN, lines.broken());
		return (contender.isLibrary()) ? figures.put(Figure.UNCONFIRMED, process.ledger().get(OfProcess.UNCONFIRMED))
				: figures;
	}

	private List<String> inContainer(String image, String name, Path own) {
		List<String> command = new ArrayList<>(List.of("docker", "run", "--name", name, "--network", "none", "--user",
				"0:0", "--memory", "300m", "--memory-swap", "300m", "--entrypoint", "java"));
		Stream.concat(Stream.of(own), classPath())
			.forEach((path) -> command.addAll(List.of("--volume", "%s:%s".formatted(path, path))));
		command.addAll(List.of(image, "-Xmx64m", "-XX:MaxDirectMemorySize=8g", "-cp",
				classPath().map(Path::toString).collect(Collectors.joining(":"))));
		return command;
	}

	private Stream<Path> classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(":"))
			.map(Path::of)
			.filter(Files::exists)
			.distinct();
	}

}
