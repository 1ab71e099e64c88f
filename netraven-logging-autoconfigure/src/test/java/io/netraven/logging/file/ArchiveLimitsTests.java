package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.netraven.logging.file.RotationSettings.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Archives that are compressed or deleted by age, number or free space, and the file of
 * an earlier run.
 */
class ArchiveLimitsTests {

	private static final long NO_CAP = Long.MAX_VALUE / 4;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void archivesAboveTheMaximumAgeAreDeletedEvenTheNewest() throws IOException {
		archive(Duration.ofDays(31));
		archive(Duration.ofDays(30).plusMinutes(1));
		try (TestWriter log = open(new Limits(NO_CAP, 0, Duration.ofDays(30), 0))) {
			await().until(() -> this.folder.archives().isEmpty());
			assertThat(log.lines()).containsExactly("live");
		}
	}

	@Test
	void archivesBelowTheMaximumAgeAreKept() throws IOException {
		archive(Duration.ofDays(31));
		Path kept = archive(Duration.ofDays(29));
		try (TestWriter log = open(new Limits(NO_CAP, 0, Duration.ofDays(30), 0))) {
			await().until(() -> this.folder.archives().size() == 1);
			assertThat(this.folder.archives()).containsExactly(kept);
			assertThat(log.degraded).isEmpty();
		}
	}

	@Test
	void oldestArchivesAboveTheMaximumNumberAreDeleted() throws IOException {
		archive(Duration.ofDays(3));
		Path second = archive(Duration.ofDays(2));
		Path newest = archive(Duration.ofDays(1));
		try (TestWriter log = open(new Limits(NO_CAP, 2, null, 0))) {
			await().until(() -> this.folder.archives().equals(List.of(second, newest)));
			log.writer.rotate();
			await().until(() -> log.rotated.size() == 1);
			assertThat(this.folder.archives()).hasSize(2).startsWith(newest);
		}
	}

	@Test
	void oldestArchivesAreDeletedWhileTheVolumeHasTooLittleFreeSpace() throws IOException {
		archive(Duration.ofDays(3));
		archive(Duration.ofDays(2));
		Path newest = archive(Duration.ofDays(1));
		try (TestWriter log = open(new Limits(NO_CAP, 0, null, Long.MAX_VALUE))) {
			await().until(() -> this.folder.archives().equals(List.of(newest)));
			await().until(() -> log.degraded.size() == 1);
			assertThat(String.valueOf(log.status().degradation())).contains("rotation.min-free-space");
			assertThat(log.status().isHealthy()).isTrue();
		}
	}

	@Test
	void volumeWithEnoughFreeSpaceKeepsEveryArchive() throws IOException {
		archive(Duration.ofDays(3));
		archive(Duration.ofDays(2));
		try (TestWriter log = open(new Limits(NO_CAP, 0, null, 1))) {
			LogFolder.awaitArchiveThread();
			assertThat(this.folder.archives()).hasSize(2);
			assertThat(log.status().degradation()).isNull();
		}
	}

	@Test
	void fileOfAnEarlierRunIsArchivedOnStart() throws IOException {
		Files.writeString(this.folder.live(), "former\n");
		try (TestWriter log = this.folder.open(Rotations.onStart())) {
			log.append("live");
			assertThat(log.lines()).containsExactly("live");
			assertThat(this.folder.archives()).singleElement()
				.satisfies((archive) -> assertThat(archive).hasContent("former"));
		}
	}

	@Test
	void archiveStaysReadableUnderItsNameUntilItIsOldEnough() throws IOException {
		Path due = archive(Duration.ofMinutes(11));
		Path young = archive(Duration.ofMinutes(9));
		Path newest = archive(Duration.ofMinutes(1));
		try (TestWriter log = this.folder.open(Rotations.compressingAfter(Duration.ofMinutes(10), 1_000_000, NO_CAP))) {
			await().until(() -> Files.notExists(due));
			assertThat(young).exists();
			assertThat(newest).exists();
			assertThat(log.degraded).isEmpty();
		}
	}

	@Test
	void newestArchiveIsNotCompressedBeforeTheNextRotation() throws IOException {
		Path older = archive(Duration.ofDays(2));
		Path newest = archive(Duration.ofDays(1));
		try (TestWriter log = this.folder.open(Rotations.compressingAfter(Duration.ofMinutes(10), 1_000_000, NO_CAP))) {
			log.append("live");
			await().until(() -> Files.notExists(older));
			LogFolder.awaitArchiveThread();
			assertThat(newest).exists();
			log.writer.rotate();
			await().until(() -> Files.notExists(newest));
		}
	}

	@Test
	void archivesAreCompressedEarlierWhereTheCapPresses() throws IOException {
		Path first = archive(Duration.ofMinutes(2), 900);
		Path second = archive(Duration.ofMinutes(1), 900);
		try (TestWriter log = this.folder.open(Rotations.compressingAfter(Duration.ofMinutes(10), 1000, 3500))) {
			await().until(() -> Files.notExists(first));
			assertThat(first.resolveSibling(first.getFileName() + ".gz")).exists();
			LogFolder.awaitArchiveThread();
			assertThat(Files.exists(second) || Files.exists(second.resolveSibling(second.getFileName() + ".gz")))
				.isTrue();
			assertThat(log.degraded).isEmpty();
		}
	}

	private TestWriter open(Limits limits) {
		TestWriter log = this.folder.open(Rotations.limited(1_000_000, limits));
		log.append("live");
		return log;
	}

	private Path archive(Duration age) throws IOException {
		return archive(age, 100);
	}

	private Path archive(Duration age, int size) throws IOException {
		String name = "worker.log." + TIME.format(Instant.now().minus(age));
		return Files.writeString(this.folder.path().resolve(name), "x".repeat(size - 1) + "\n");
	}

}
