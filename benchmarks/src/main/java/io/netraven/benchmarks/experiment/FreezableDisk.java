package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An ext4 file system on a loop device, which can be frozen. Needs root.
 */
final class FreezableDisk implements AutoCloseable {

	private final Path folder;

	private FreezableDisk(Path folder) {
		this.folder = folder;
	}

	static FreezableDisk mount(Path parent) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(parent.resolve("disk"));
		Path image = parent.resolve("disk.image");
		run("truncate", "-s", "1G", image.toString());
		run("mkfs.ext4", "-q", "-F", image.toString());
		run("mount", "-o", "loop", image.toString(), folder.toString());
		return new FreezableDisk(folder);
	}

	/**
	 * Look whether this machine lets us.
	 * @return whether we are root on Linux
	 */
	static boolean isPossible() {
		return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/dev/loop-control"));
	}

	Path folder() {
		return this.folder;
	}

	void freezeFor(int seconds) throws IOException, InterruptedException {
		run("fsfreeze", "-f", this.folder.toString());
		try {
			TimeUnit.SECONDS.sleep(seconds);
		}
		finally {
			run("fsfreeze", "-u", this.folder.toString());
		}
	}

	private static void run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", command) + " failed: " + output);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			run("umount", "-l", this.folder.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
