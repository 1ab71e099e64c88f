package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.AfterFault;
import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that report an error for what they have done, as network file systems do when
 * they send a request twice.
 */
class DoneButFailedTests {

	private static final AfterFault EIO = (call, path) -> {
		throw new IOException("Input/output error");
	};

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rename", "delete", "close" })
	void eachCallThatWorksButFailsIsTakenForWhatItHasDone(String name) {
		List<String> lines = rotatedAndCompressedWith((call, path) -> {
			if (call.equals(name)) {
				throw (name.equals("rename")) ? new NoSuchFileException(path.toString())
						: new IOException("Input/output error");
			}
		});
		assertThat(this.folder.lines()).isEqualTo(lines);
		assertThat(this.folder.archives()).allMatch((file) -> file.toString().endsWith(".gz"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "createTemporary" })
	void nameThatWasCreatedButReportedAsTakenCostsNothing(String name) {
		Set<String> failed = ConcurrentHashMap.newKeySet();
		List<String> lines = rotatedAndCompressedWith((call, path) -> {
			if (call.equals(name) && failed.add(name)) {
				throw new FileAlreadyExistsException(path.toString());
			}
		});
		assertThat(failed).isNotEmpty();
		assertThat(this.folder.lines()).isEqualTo(lines);
	}

	private List<String> rotatedAndCompressedWith(AfterFault fault) {
		List<String> lines = IntStream.range(0, 100).mapToObj((i) -> "line number " + i).toList();
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.faults.afterCall = fault;
			lines.forEach(log::append);
			LogFolder.eventually(() -> assertThat(log.rotated).isNotEmpty());
			this.folder.awaitCompression(1000);
			LogFolder.awaitArchiveThread();
			assertThat(log.status().degradation()).isNull();
			assertThat(log.failed).isEmpty();
			assertThat(log.followed).isEmpty();
		}
		return lines;
	}

	@Test
	void renameThatFailsLeavesNothingBehindAndDeletesNothing() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.at(1000))) {
			log.faults.onRename = () -> {
				throw new IOException("Input/output error");
			};
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.degraded).hasSize(1));
			assertThat(this.folder.archives()).isEmpty();
			assertThat(log.lines()).hasSize(1);
		}
	}

	@Test
	void whatTookTheNameOfTheReservationMeanwhileIsNotDeleted() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.at(1000))) {
			log.faults.onRename = () -> {
				for (Path reservation : this.folder.archives()) {
					Files.writeString(reservation, "somebody else's\n");
				}
				throw new IOException("Input/output error");
			};
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.degraded).hasSize(1));
			assertThat(this.folder.archives()).singleElement()
				.satisfies((archive) -> assertThat(archive).hasContent("somebody else's"));
		}
	}

	@Test
	void plantedFileWithTheRightSizeInItsTrailerDoesNotCostTheArchive() throws IOException {
		Path archive = this.folder.path().resolve("worker-20261122T101530.123Z.log");
		Files.writeString(archive, "kept\n".repeat(100));
		Path planted = ArchiveNames.compressed(archive);
		Files.write(planted, new byte[] { 0x1f, (byte) 0x8b, 8, 0, (byte) 0xf4, 1, 0, 0 });
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(this.folder.archives())
				.anyMatch((file) -> file.toString().endsWith(".gz") && !file.equals(planted)));
			LogFolder.eventually(() -> assertThat(this.folder.lines()).contains("kept"));
		}
	}

	@Test
	void errorsOfEachCallAtOnceLoseNoLine() {
		List<String> lines = IntStream.range(0, 200).mapToObj((i) -> "line number " + i).toList();
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.faults.afterCall = EIO;
			lines.forEach(log::append);
			LogFolder.eventually(() -> assertThat(log.degraded).isNotEmpty());
			log.faults.afterCall = AfterFault.NONE;
			LogFolder.eventually(() -> assertThat(this.folder.lines()).isEqualTo(lines));
		}
	}

}
