package io.netraven.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.util.unit.DataSize;

/**
 * What a run ran on.
 *
 * @author NetRaven maintainers
 */
final class Machine {

	private static final Path CPU = Path.of("/proc/cpuinfo");

	private Machine() {
	}

	static Map<String, String> facts() throws IOException {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
		facts.put("commit", commit());
		facts.put("processor", processor());
		facts.put("cores", String.valueOf(system.getAvailableProcessors()));
		facts.put("memory", DataSize.ofBytes(system.getTotalMemorySize()).toGigabytes() + " GB");
		facts.put("system", system.getName() + " " + system.getVersion());
		facts.put("file system", Files.getFileStore(LogFolder.file().resolveSibling("")).type());
		facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
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
