package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real volume, mounted for one test. Needs root.
 */
final class Volume implements AutoCloseable {

	private final Path folder;

	private boolean frozen;

	private Volume(Path folder) {
		this.folder = folder;
	}

	static Volume tmpfs(Path folder, String size) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
		return new Volume(folder);
	}

	/**
	 * Mount an ext4 file system on a loop device.
	 * @param image where to keep its blocks
	 * @param folder where to mount it
	 * @return the volume
	 */
	static Volume ext4(Path image, Path folder) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		run("truncate", "-s", "32M", image.toString());
		run("mkfs.ext4", "-q", image.toString());
		run("mount", "-o", "loop", image.toString(), folder.toString());
		return new Volume(folder);
	}

	void freeze() throws IOException, InterruptedException {
		this.frozen = true;
		run("fsfreeze", "--freeze", this.folder.toString());
	}

	void thaw() throws IOException, InterruptedException {
		if (this.frozen) {
			run("fsfreeze", "--unfreeze", this.folder.toString());
			this.frozen = false;
		}
	}

	/**
	 * Use up all of the space that is left.
	 * @return the file that uses it
	 */
	Path fill() throws IOException, InterruptedException {
		Path filler = this.folder.resolve("filler");
		new ProcessBuilder("dd", "if=/dev/zero", "of=" + filler, "bs=4k", "status=none").start().waitFor();
		return filler;
	}

	/**
	 * Take the volume away from its folder, though files on it are open.
	 */
	void detach() throws IOException, InterruptedException {
		run("umount", "--lazy", this.folder.toString());
	}

	@Override
	public void close() throws IOException {
		try {
			thaw();
			new ProcessBuilder("umount", "--lazy", this.folder.toString()).start().waitFor();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	static void run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("%s ends", List.of(command)).isTrue();
		assertThat(process.exitValue()).as("%s: %s", List.of(command), output).isZero();
	}

}
