package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.worker.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented command that removes what replicas have left behind.
 */
class JanitorTests {

	@TempDir
	private Path folder;

	@Test
	void filesThatNobodyHasWrittenToForTwoWeeksGo() throws IOException {
		for (String name : List.of("old.log", "old.log.20261122T101530.123Z", "old.log.20261122T101530.123Z.gz",
				".old.log.20261122T101530.123Z.tmp", ".old.log.next")) {
			create(name, Duration.ofDays(16));
		}
		List<String> others = List.of("new.log", "new.log.20261122T101530.123Z", ".new.log.next");
		for (String name : others) {
			create(name, Duration.ofDays(13));
		}
		create("notes.txt", Duration.ofDays(100));
		Command.run("sh", "-c", documented());
		try (Stream<Path> left = Files.list(this.folder)) {
			assertThat(left.map((file) -> file.getFileName().toString())).contains("notes.txt")
				.containsAll(others)
				.hasSize(others.size() + 1);
		}
	}

	private void create(String name, Duration age) throws IOException {
		Path file = Files.createFile(this.folder.resolve(name));
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
	}

	private String documented() throws IOException {
		return Files.readAllLines(Path.of("../docs/shipping.md"))
			.stream()
			.filter((line) -> line.startsWith("find /var/log/netraven "))
			.findFirst()
			.orElseThrow()
			.replace("/var/log/netraven", this.folder.toString());
	}

}
