package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.netraven.worker.Command;
import io.netraven.worker.LoggingSetup;
import io.netraven.worker.NeedsRoot;
import io.netraven.worker.UnprivilegedUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application of a user who may not write to the log folder.
 */
@NeedsRoot
@Tag("alone")
class StartComparisonIT {

	private static final String BOOT_XML = """
			<configuration>
				<include resource="org/springframework/boot/logging/logback/defaults.xml"/>
				<include resource="org/springframework/boot/logging/logback/console-appender.xml"/>
				<include resource="org/springframework/boot/logging/logback/file-appender.xml"/>
				<root level="INFO">
					<appender-ref ref="CONSOLE"/>
					<appender-ref ref="FILE"/>
				</root>
			</configuration>
			""";

	@TempDir
	Path folder;

	@Test
	void startsAndHealsWithEveryLine() throws Exception {
		assertStartsAndHeals(Comparison.of(Fault.NOT_WRITABLE, this.folder, (contender, own) -> start(contender, own)));
	}

	@Test
	void startsAndHealsWithXmlOfItsOwn() throws Exception {
		assertStartsAndHeals(Comparison.of(Fault.NOT_WRITABLE_OWN_XML, this.folder,
				(contender, own) -> start(contender, own, (contender.isLibrary())
						? LoggingSetup.OWN_SPRING_XML.arguments(own)
						: new String[] { "--logging.config=" + Files.writeString(own.resolve("own.xml"), BOOT_XML) })));
	}

	private void assertStartsAndHeals(Comparison.Library library) {
		library.bothSatisfy((figures) -> assertThat(figures).has(Figure.STARTS, "yes")
			.has(Figure.HEALS, "yes")
			.hasNo(Figure.MISSING)
			.count(Figure.COMPLAINTS)
			.isBetween(2L, 9L));
	}

	private Figures start(Contender contender, Path own, String... settings) throws Exception {
		Path logs = prepare(own);
		Path file = logs.resolve("worker.log");
		try (LoadedProcess process = LoadedProcess.launch(asUser(own), contender, own, file, settings)) {
			if (!process.isLoaded()) {
				return new Figures().put(Figure.STARTS, "no, exit code " + process.process().awaitExit());
			}
			process.run(1000);
			Command.run("chown", UnprivilegedUser.ID, logs.toString());
			boolean healed = Recovery.isSeen(process,
					() -> Files.exists(file) && LoggedLines.in(file).missing(process.returned()) < 20);
			LoggedLines lines = process.stopLoad();
			return new Figures().put(Figure.STARTS, true)
				.put(Figure.HEALS, healed)
				.putMissing(lines, process.returned())
				.put(Figure.COMPLAINTS, process.complaints());
		}
	}

	private Path prepare(Path own) throws IOException {
		UnprivilegedUser.openForReading(this.folder);
		Ledger.open(own.resolve("ledger"));
		Command.run("chown", "-R", UnprivilegedUser.ID, own.toString());
		return UnprivilegedUser.makeReadableFolder(own.resolve("logs"));
	}

	private List<String> asUser(Path own) throws IOException {
		List<String> copies = new ArrayList<>();
		Path folder = Files.createDirectory(own.resolve("classpath"));
		for (String path : System.getProperty("java.class.path").split(":")) {
			if (Files.exists(Path.of(path))) {
				Path copy = folder.resolve(copies.size() + "-" + Path.of(path).getFileName());
				Command.run("cp", "-r", path, copy.toString());
				copies.add(copy.toString());
			}
		}
		Command.run("chmod", "-R", "a+rX", folder.toString());
		return UnprivilegedUser.java("-cp", String.join(":", copies));
	}

}
