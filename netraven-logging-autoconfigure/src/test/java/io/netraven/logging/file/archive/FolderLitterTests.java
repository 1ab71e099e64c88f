package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are called like archives but are not the log's own.
 */
class FolderLitterTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private LogFolder folder;

	private Path outside;

	@BeforeEach
	void setUp(@TempDir Path path) throws IOException {
		this.folder = new LogFolder(Files.createDirectory(path.resolve("logs")));
		this.outside = Files.writeString(path.resolve("outside"), "outside\n".repeat(100));
	}

	@Test
	void onlyWhatIsCertainlyAnArchiveIsListed() throws Exception {
		Files.createFile(file("worker-20261399T999999.999Z.log"));
		Files.createFile(file("worker-20261122T246000.000Z.log"));
		Files.createFile(file("worker-20260230T000000.000Z.log"));
		Files.createFile(file("worker-99991231T235959.999Z.log"));
		Files.createFile(file("worker-20261122T130000.001Z.log"));
		Files.createFile(file("worker-٢٠٢٦١١٢٢T١٠١٥٣٠.١٢٣Z.log"));
		Files.createDirectory(file("worker-20261101T000000.000Z.log"));
		Files.createSymbolicLink(file("worker-20261102T000000.000Z.log"), this.outside);
		Files.createLink(file("worker-20261103T000000.000Z.log"), this.outside);
		fifo("worker-20261104T000000.000Z.log.gz.tmp");
		Files.createFile(file("worker.log.20261399T999999.999Z"));
		Files.createFile(file(".worker.log.99991231T235959.999Z.tmp"));
		Files.createFile(file("worker.log.20261105T000000.000Z.tmp"));
		Files.createFile(file(".worker-20261105T000000.000Z.log.tmp"));
		Path own = Files.writeString(file("worker-20261105T000000.000Z.log"), "own\n");
		Archives archives = Archives.of(this.folder.live(), new FaultyOperations(), new SetClock(NOON));
		ArchiveListing listing = archives.list();
		assertThat(listing.held()).extracting(Archive::path).containsExactly(own);
		assertThat(listing.totalSize()).isEqualTo(4);
		assertThat(listing.strangers()).isEqualTo(14);
		Files.writeString(this.folder.live(), "a line\n");
		assertThat(archives.archive().getFileName()).hasToString("worker.log.20261122T120000.000Z");
	}

	@Test
	void litterStopsNeitherRotationNorCompressionNorTheCapAndIsSaidOnce() throws Exception {
		List<Path> litter = List.of(Files.createFile(file("worker-20261399T999999.999Z.log")),
				Files.createFile(file("worker-99991231T235959.999Z.log")),
				Files.createFile(Files.createDirectory(file("worker-20200101T000000.000Z.log")).resolve("x")),
				Files.createSymbolicLink(file("worker-20200102T000000.000Z.log"), this.outside),
				Files.createLink(file("worker-20200103T000000.000Z.log"), this.outside),
				fifo("worker-20200104T000000.000Z.log.gz.tmp"));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.rotated).hasSize(1));
			LogFolder.eventually(() -> assertThat(compressed()).hasSize(1));
			assertThat(log.degraded).singleElement()
				.satisfies((note) -> assertThat(note.reason())
					.isEqualTo("6 files look like archives of worker.log but are not its own"));
			assertThat(log.status().degradation()).isEqualTo(log.degraded.get(0));
			assertThat(log.failed).isEmpty();
			for (Path stranger : litter) {
				Files.delete(stranger);
			}
			Files.delete(litter.get(2).getParent());
			log.writer.rotate();
			log.append("another");
			log.writer.rotate();
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNull());
		}
		assertThat(this.outside).hasContent("outside\n".repeat(100));
	}

	private List<Path> compressed() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.path())) {
			return files.filter((file) -> file.toString().endsWith(".gz")).toList();
		}
	}

	private Path file(String name) {
		return this.folder.path().resolve(name);
	}

	private Path fifo(String name) throws IOException, InterruptedException {
		Path fifo = file(name);
		assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
		return fifo;
	}

}
