package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Volumes and limits: the cure that the warning prints is run as printed.
 */
@NeedsRoot
class VolumeCuresIT {

	@TempDir
	Path folder;

	private UnprivilegedWorker worker;

	private Path logs;

	private Path file;

	@BeforeEach
	void makeWorker() throws IOException {
		this.worker = new UnprivilegedWorker(this.folder);
		this.logs = this.worker.folderOfRoot("logs");
		this.file = this.logs.resolve("worker.log");
	}

	@AfterEach
	void unmount() {
		Command.run("bash", "-c",
				"chattr -i '%1$s'; while umount --lazy '%1$s'; do :; done; true".formatted(this.logs));
	}

	@Test
	void immutableFolder() throws Exception {
		UnprivilegedWorker.give(this.logs);
		Command.run("chattr", "+i", this.logs.toString());
		this.worker.assertCured("immutable folder (chattr +i)", this.file, "chattr -i -a " + this.logs);
	}

	@Test
	void volumeThatIsMountedReadOnly() throws Exception {
		mountTmpfs("ro,size=1m");
		this.worker.assertCured("volume mounted read-only", this.file, "mount -o remount,rw " + this.logs);
	}

	@Test
	void folderThatIsBoundReadOnly() throws Exception {
		UnprivilegedWorker.give(this.logs);
		Command.run("mount", "--bind", this.logs.toString(), this.logs.toString());
		Command.run("mount", "-o", "remount,bind,ro", this.logs.toString());
		this.worker.assertCured("folder bound read-only", this.file, "mount -o remount,bind,rw " + this.logs);
	}

	@Test
	void inodesThatAreUsedUp() throws Exception {
		mountTmpfs("size=1m,nr_inodes=4");
		Command.run("bash", "-c", "cd '%s'; for i in 1 2 3 4 5; do touch $i; done; true".formatted(this.logs));
		assertSpeaksAndHeals("inodes used up", "df -i " + this.logs, "find '%s' -name '[1-5]' -delete");
	}

	@Test
	void spaceThatIsUsedUp() throws Exception {
		mountTmpfs("size=64k");
		Command.run("bash", "-c", "cat /dev/zero > '%s/ballast'; true".formatted(this.logs));
		assertSpeaksAndHeals("space used up", "df -h, df -i.", "rm '%s/ballast'");
	}

	private void assertSpeaksAndHeals(String fault, String command, String cure) throws Exception {
		try (WorkerProcess process = this.worker.start(this.file)) {
			PrintedCure printed = new PrintedCure(fault, process::stdout);
			printed.awaitWarning(command);
			Command.run("bash", "-c", command.replace(",", ";").replace(".", ""));
			printed.healBy(cure.formatted(this.logs));
		}
	}

	@Test
	void descriptorsThatAreUsedUp() throws Exception {
		try (WorkerProcess process = WorkerProcess.startJar(this.folder, "--netraven.logging.file=" + this.file)) {
			process.awaitStdout("devices reachable");
			long pid = process.handle().pid();
			Command.run("prlimit", "--pid", String.valueOf(pid), "--nofile=%d:".formatted(firstFreeDescriptor(pid)));
			Files.delete(this.file);
			new PrintedCure("descriptors used up (ulimit -n)", process::stdout)
				.run("prlimit --pid %1$d --nofile=$((2 * $(prlimit --pid %1$d --nofile -o SOFT --noheadings)))"
					.formatted(pid));
		}
	}

	/**
	 * The limit holds for stdout as well, which is a file here: that of the log is
	 * longer.
	 */
	@Test
	void sizeThatAFileMayHave() throws Exception {
		Files.writeString(this.file, "a line of an earlier run\n".repeat(10_000));
		try (WorkerProcess process = WorkerProcess.startJar(this.folder, "--netraven.logging.file=" + this.file,
				"--worker.interval=200ms")) {
			process.awaitStdout("devices reachable");
			long pid = process.handle().pid();
			Command.run("prlimit", "--pid", String.valueOf(pid), "--fsize=%d:".formatted(Files.size(this.file)));
			new PrintedCure("largest file of the process (ulimit -f)", process::stdout)
				.run("prlimit --pid %d --fsize=unlimited".formatted(pid));
		}
	}

	private static int firstFreeDescriptor(long pid) {
		int descriptor = 0;
		while (Files.exists(Path.of("/proc/%d/fd/%d".formatted(pid, descriptor)), LinkOption.NOFOLLOW_LINKS)) {
			descriptor++;
		}
		return descriptor;
	}

	private void mountTmpfs(String options) {
		Command.run("mount", "-t", "tmpfs", "-o",
				options + ",uid=%1$s,gid=%1$s,mode=755".formatted(UnprivilegedUser.ID), "tmpfs", this.logs.toString());
	}

}
