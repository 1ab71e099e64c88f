package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.LogFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveFolder}.
 */
class ArchiveFolderTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.500Z");

	private final FaultyOperations operations = new FaultyOperations();

	private final SetClock clock = new SetClock(NOON);

	private LogFolder log;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.log = new LogFolder(path);
	}

	@Test
	void namesGrowAlthoughTheClockGoesBackAnHour() throws IOException {
		Archives folder = folder();
		List<String> names = new ArrayList<>();
		for (Instant now : List.of(NOON, NOON.minus(Duration.ofHours(1)), NOON.minus(Duration.ofMinutes(59)), NOON,
				NOON.plusMillis(10))) {
			names.add(archive(folder, now));
		}
		assertThat(names).isSorted().doesNotHaveDuplicates().hasSize(5);
		assertThat(names).first().isEqualTo("worker.log.20261122T120000.500Z");
		assertThat(names).last().isEqualTo("worker.log.20261122T120000.510Z");
	}

	@Test
	void namesGrowAfterARestartWithAClockThatWentBack() throws IOException {
		String before = archive(folder(), NOON);
		Archives restarted = folder();
		restarted.list();
		assertThat(archive(restarted, NOON.minus(Duration.ofHours(1)))).isGreaterThan(before);
	}

	@Test
	void archiveOfAnotherProcessIsNeverOverwritten() throws IOException {
		Path taken = Files.writeString(this.log.path().resolve("worker.log.20261122T120000.500Z"), "taken\n");
		Path compressed = Files.writeString(this.log.path().resolve("worker.log.20261122T120000.501Z.gz"), "taken");
		assertThat(archive(folder(), NOON)).isEqualTo("worker.log.20261122T120000.502Z");
		assertThat(taken).hasContent("taken");
		assertThat(compressed).hasContent("taken");
	}

	@Test
	void tenThousandForeignFilesAreLeftAloneAndCostLittle() throws IOException {
		for (int i = 0; i < 10_000; i++) {
			Files.createFile(this.log.path().resolve("foreign-%05d-20261122T120000.500Z.log".formatted(i)));
		}
		Archives folder = folder();
		archive(folder, NOON);
		int before = this.operations.looks.get();
		ArchiveListing listing = folder.list();
		assertThat(listing.complete()).hasSize(1);
		assertThat(listing.strangers()).isZero();
		assertThat(this.operations.looks).as("at the folder and the archive").hasValue(before + 2);
	}

	private Archives folder() {
		return Archives.of(this.log.live(), this.operations, this.clock);
	}

	private String archive(Archives folder, Instant now) throws IOException {
		this.clock.setTo(now);
		Files.writeString(this.log.live(), "a line\n");
		return folder.archive().getFileName().toString();
	}

}
