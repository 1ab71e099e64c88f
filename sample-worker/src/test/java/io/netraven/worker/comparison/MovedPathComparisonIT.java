package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.worker.Command;
import io.netraven.worker.NeedsRoot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A path that names another file, or none, while the application runs.
 */
@NeedsRoot
@Tag("alone")
class MovedPathComparisonIT {

	@TempDir
	Path folder;

	@Test
	void deletedFileIsMadeAgain() throws Exception {
		assertFollowed(
				Comparison.of(Fault.DELETED, this.folder, (contender, own) -> move(contender, own, Files::delete)));
	}

	@Test
	void nothingIsMissingFromARenamedFileAndItsSuccessor() throws Exception {
		Comparison.Library library = Comparison.of(Fault.RENAMED, this.folder,
				(contender, own) -> move(contender, own, (file) -> Files.move(file, former(file))));
		assertFollowed(library);
		assertNothingMissing(library);
	}

	@Test
	void truncatedFileHasNoHole() throws Exception {
		assertFollowed(Comparison.of(Fault.TRUNCATED, this.folder, (contender, own) -> move(contender, own,
				(file) -> Command.run("truncate", "-s", "0", file.toString()))));
	}

	@Test
	void replacedFolderIsFollowed() throws Exception {
		assertFollowed(Comparison.of(Fault.FOLDER_REPLACED, this.folder,
				(contender, own) -> move(contender, own, (file) -> Command.run("sh", "-c",
						"until rm -r '%1$s'; do :; done; mkdir -p '%1$s'".formatted(file.getParent())))));
	}

	@Test
	void volumeThatIsMountedOverAndUnmountedIsFollowed() throws Exception {
		Comparison.Library library = Comparison.of(Fault.MOUNTED_OVER, this.folder, this::mountOverAndUnmount);
		assertFollowed(library);
		library.bothSatisfy((figures) -> assertThat(figures).hasNo(Figure.MISSING_AT_OTHER));
		assertNothingMissing(library);
	}

	@Test
	void logrotateWithCreateLosesNothing() throws Exception {
		Comparison.Library library = Comparison.of(Fault.LOGROTATE_CREATE, this.folder,
				(contender, own) -> move(contender, own, (file) -> Logrotate.run(own, file, "create 0640 root root")));
		assertFollowed(library);
		assertNothingMissing(library);
	}

	@Test
	void logrotateWithCopytruncateLeavesNoHole() throws Exception {
		assertFollowed(Comparison.of(Fault.LOGROTATE_COPYTRUNCATE, this.folder,
				(contender, own) -> move(contender, own, (file) -> Logrotate.run(own, file, "copytruncate"))));
	}

	private void assertFollowed(Comparison.Library library) {
		library.bothSatisfy((figures) -> assertThat(figures).hasNo(Figure.MISSING_AT_PATH, Figure.TORN, Figure.DOUBLED,
				Figure.DISORDERED, Figure.NUL_BYTES));
	}

	private void assertNothingMissing(Comparison.Library library) {
		library.bothSatisfy((figures) -> assertThat(figures).hasNo(Figure.MISSING));
	}

	private Figures move(Contender contender, Path own, Change change) throws Exception {
		Path file = Files.createDirectories(own.resolve("logs")).resolve("worker.log");
		try (LoadedProcess process = LoadedProcess.start(contender, own, file)) {
			process.run(500);
			change.apply(file);
			long[] followed = process.run(1000);
			process.run(1000);
			return followed(process, followed, former(file), file);
		}
	}

	private Path former(Path file) {
		return file.resolveSibling("worker.log.1");
	}

	private Figures mountOverAndUnmount(Contender contender, Path own) throws Exception {
		try (HurtDisk disk = HurtDisk.tmpfs(own.resolve("disk"), "32m");
				HurtDisk other = HurtDisk.tmpfs(own.resolve("other"), "32m");
				LoadedProcess process = LoadedProcess.start(contender, own, disk.file())) {
			process.run(500);
			disk.mountOver(other);
			long[] from = process.run(1000);
			long[] to = process.run(500);
			process.run(200);
			long missing = LoggedLines.in(other.file()).missing(from, to);
			disk.unmount();
			long[] followed = process.run(1000);
			process.run(1000);
			return followed(process, followed, disk.file())
				.put(Figure.MISSING_AT_OTHER, missing, LoggedLines.distance(from, to))
				.putMissing(LoggedLines.in(disk.file(), other.file()), process.returned());
		}
	}

	private Figures followed(LoadedProcess process, long[] followed, Path... files) throws IOException {
		LoggedLines all = process.stopLoad(files);
		long[] returned = process.returned();
		LoggedLines atPath = LoggedLines.in(files[files.length - 1]);
		return new Figures().putLines(all, returned)
			.put(Figure.MISSING_AT_PATH, atPath.missing(followed, returned), LoggedLines.distance(followed, returned))
			.put(Figure.NUL_BYTES, all.nulBytes());
	}

	/**
	 * What is done to the file.
	 */
	private interface Change {

		void apply(Path file) throws IOException;

	}

}
