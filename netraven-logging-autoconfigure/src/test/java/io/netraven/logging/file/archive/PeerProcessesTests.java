package io.netraven.logging.file.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.netraven.logging.file.disk.DiskOperations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PeerProcesses}: a belief that is looked at again.
 */
class PeerProcessesTests {

	private long now;

	private final PeerProcesses peers = new PeerProcesses(new DiskOperations(), () -> this.now);

	private Path archive;

	@BeforeEach
	void createArchive(@TempDir Path folder) throws Exception {
		this.archive = Files.writeString(folder.resolve("archive"), "one\n");
	}

	@Test
	void noneIsThereAtFirst() {
		assertThat(this.peers.areThere()).isFalse();
	}

	@Test
	void archiveThatHasTheExpectedSizeIsNoSign() {
		this.peers.lookAt(this.archive, 4);
		assertThat(this.peers.areThere()).isFalse();
	}

	@Test
	void peerIsForgottenAMinuteAfterItsLastSign() {
		this.peers.lookAt(this.archive, 2);
		assertThat(this.peers.areThere()).isTrue();
		pass(Duration.ofSeconds(59));
		assertThat(this.peers.areThere()).isTrue();
		this.peers.lookAt(this.archive, 2);
		pass(Duration.ofSeconds(59));
		assertThat(this.peers.areThere()).isTrue();
		pass(Duration.ofSeconds(1));
		assertThat(this.peers.areThere()).isFalse();
	}

	@Test
	void archiveThatIsGoneIsASign() {
		this.peers.lookAt(this.archive.resolveSibling("gone"), 4);
		assertThat(this.peers.areThere()).isTrue();
	}

	private void pass(Duration duration) {
		this.now += duration.toNanos();
	}

}
