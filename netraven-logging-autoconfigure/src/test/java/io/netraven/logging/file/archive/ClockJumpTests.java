package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.disk.FileFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wall clocks that jump by a year.
 */
class ClockJumpTests {

	private static final Duration YEAR = Duration.ofDays(365);

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final SetClock clock = new SetClock(NOW);

	private final FaultyOperations disk = new FaultyOperations();

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void namesGrowAndAllArchivesStayKnown() throws IOException {
		Archives archives = Archives.of(this.folder.live(), this.disk, this.clock);
		List<Path> made = new ArrayList<>();
		for (Instant now : List.of(NOW, NOW.plus(YEAR), NOW, NOW.minus(YEAR), NOW.plusSeconds(1))) {
			this.clock.setTo(now);
			Files.writeString(this.folder.live(), "a line\n");
			made.add(archives.archive());
		}
		assertThat(archives.list().complete()).extracting(Archive::path).isEqualTo(made);
		assertThat(archives.list().strangers()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1 })
	void filesThatWereChangedInAnotherYearAreCompressed(int years) throws IOException {
		Path archive = Files.writeString(this.folder.path().resolve("worker-20261122T101530.123Z.log"), "kept\n");
		Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plus(YEAR.multipliedBy(years))));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			this.folder.awaitCompression(1000);
			assertThat(log.status().degradation()).isNull();
		}
	}

	@Test
	void renameThatHasFailedIsTriedAgainAlthoughTheClockGoesBack() throws IOException {
		LogFileSettings plain = TestWriter.settings(this.folder.live().toString(), Delivery.SYNC, 1024, Duration.ZERO);
		LogFileSettings settings = new LogFileSettings(plain.file(), plain.delivery(), plain.bufferSize(),
				plain.maxWait(), plain.maxRetryInterval(), plain.permissions(), null, UntrustedFolder.NOTE,
				Rotations.at(10));
		LogRotation rotation = new LogRotation(settings, this.disk, this.folder.live(), this.clock, Duration.ZERO,
				(said) -> {
				});
		Files.writeString(this.folder.live(), "more than ten bytes\n");
		FileFacts facts = this.disk.look(this.folder.live());
		this.disk.onRename = () -> {
			throw new IOException("Device or resource busy");
		};
		assertThat(rotation.isDue(facts, false)).isTrue();
		assertThat(rotation.archive(this.folder.live())).isEmpty();
		assertThat(rotation.isDue(facts, false)).isFalse();
		this.disk.onRename = FaultyOperations.DiskFault.NONE;
		this.clock.setTo(NOW.minus(YEAR));
		LogFolder.eventually(() -> assertThat(rotation.isDue(facts, false)).isTrue());
		assertThat(rotation.archive(this.folder.live())).isPresent();
	}

}
