package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.Refusal;
import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.WriteDiagnosis;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * File systems that refuse what only refines an act.
 */
class RefusedRefinementsTests {

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@ParameterizedTest
	@CsvSource({ "mode,the mode of new files (chmod)", "lock,locks", "sync,syncing (fsync)" })
	void rotationCompressionAndCapWorkWithoutItAndItIsSaidOnce(String call, String words) {
		List<String> lines = IntStream.range(0, 300).mapToObj((i) -> "line number " + i).toList();
		RotationSettings rotation = Rotations.of(true, 1000, Period.NONE, 1_000_000, true);
		try (TestWriter log = this.folder.open(rotation)) {
			log.faults.onRefinement = refuse(call);
			for (int part = 1; part <= 3; part++) {
				int rotations = part;
				lines.subList((part - 1) * 100, part * 100).forEach(log::append);
				LogFolder.eventually(() -> assertThat(log.rotated).hasSizeGreaterThanOrEqualTo(rotations));
			}
			this.folder.awaitCompression(1000);
			LogFolder.eventually(() -> assertThat(log.degraded).singleElement()
				.satisfies((note) -> assertThat(note.reason()).isEqualTo("its file system refuses " + words)));
			assertThat(log.status().degradation()).isEqualTo(log.degraded.get(0));
			assertThat(log.failed).isEmpty();
		}
		assertThat(this.folder.lines()).isEqualTo(lines);
	}

	@Test
	void realProblemIsNotHiddenByWhatIsRefused() {
		try (TestWriter log = this.folder.open(Rotations.at(1000))) {
			log.faults.onRefinement = refuse("mode");
			log.faults.onRename = () -> {
				throw new IOException("Device or resource busy");
			};
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.degraded).hasSize(2));
			assertThat(log.status().degradation()).extracting(WriteDiagnosis::reason, InstanceOfAssertFactories.STRING)
				.startsWith(this.folder.live() + " cannot be archived")
				.endsWith("; its file system refuses the mode of new files (chmod)");
		}
	}

	@Test
	void compressionWhoseFileBreaksOffWhenSyncIsRefusedKeepsTheArchive() throws IOException {
		Path archive = Files.writeString(this.folder.path().resolve("worker-20261122T101530.123Z.log"),
				"kept\n".repeat(100));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.faults.onRefinement = refuse("sync");
			log.faults.afterCall = (call, path) -> {
				if (call.equals("sync")) {
					Files.write(path, new byte[] { 0x1f, (byte) 0x8b, 8 });
				}
			};
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNotNull());
			LogFolder.awaitArchiveThread();
			assertThat(archive).exists();
		}
	}

	private static Refusal refuse(String refused) {
		return (call) -> {
			if (call.equals(refused)) {
				throw new IOException("Operation not permitted");
			}
		};
	}

}
