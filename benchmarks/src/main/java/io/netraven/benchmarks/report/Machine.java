package io.netraven.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.util.unit.DataSize;

/**
 * What a run ran on.
 */
final class Machine {

	private static final Path CPU = Path.of("/proc/cpuinfo");

	private Machine() {
	}

	static MarkdownTable of(Path results) throws IOException {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		MarkdownTable facts = new MarkdownTable(List.of("machine", ""));
		facts.row(List.of("date", LocalDate.now().toString()));
		facts.row(List.of("commit", commit()));
		facts.row(List.of("processor", system.getAvailableProcessors() + " cores, " + processor()));
		facts.row(List.of("memory", DataSize.ofBytes(system.getTotalMemorySize()).toGigabytes() + " GB"));
		facts.row(List.of("system", system.getName() + " " + system.getVersion()));
		facts.row(List.of("file system", Files.getFileStore(results).type()));
		facts.row(List.of("Java", System.getProperty("java.vm.name") + " " + Runtime.version()));
		return facts;
	}

	private static String processor() throws IOException {
		if (!Files.exists(CPU)) {
			return System.getProperty("os.arch");
		}
		try (var lines = Files.lines(CPU)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 2))
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
	}

	private static String commit() throws IOException {
		Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10").start();
		return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}

}
