package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveListing}, made of a folder with a million archives.
 */
class ArchiveListingTests {

	private static final int MILLION = 1_000_000;

	private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

	private static final Path LIVE = Path.of("/logs/worker.log");

	private final ArchiveNames names = new ArchiveNames(LIVE);

	@Test
	void millionArchivesAreSummedUpAndTheOldestHeldInLittleMemory() throws IOException {
		Archives folder = Archives.of(LIVE, new MillionArchives(), new SetClock(FIRST.plusSeconds(MILLION)));
		folder.list();
		long before = usedMemory();
		ArchiveListing listing = folder.list();
		assertThat(usedMemory() - before).isLessThan(10L * 1024 * 1024);
		assertThat(listing.totalSize()).isEqualTo(10L * MILLION);
		assertThat(listing.isIncomplete()).isTrue();
		assertThat(listing.complete()).hasSize(OldestArchives.MOST);
		assertThat(listing.complete().get(0).name().time()).isEqualTo(FIRST);
		assertThat(listing.complete().get(OldestArchives.MOST - 1).name().time())
			.isEqualTo(FIRST.plusSeconds(OldestArchives.MOST - 1));
		assertThat(listing.newestTime()).isEqualTo(FIRST.plusSeconds(MILLION - 1));
	}

	private static long usedMemory() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	/**
	 * A folder that nobody has to create.
	 */
	private final class MillionArchives extends FaultyOperations {

		@Override
		public void list(Path folder, NameVisitor visitor) throws IOException {
			for (int i = MILLION - 1; i >= 0; i--) {
				visitor.visit(ArchiveListingTests.this.names.archive(FIRST.plusSeconds(i)).getFileName().toString());
			}
		}

		@Override
		public FileFacts lookAtEntry(Path path) {
			return new FileFacts(path, 10, Kind.REGULAR, FIRST);
		}

	}

}
