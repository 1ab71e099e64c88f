package io.netraven.worker.comparison;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

import io.netraven.worker.Command;

/**
 * A small real file system that can be filled, frozen, and mounted over. Closing it thaws
 * and unmounts.
 */
public final class HurtDisk implements AutoCloseable {

	private static final byte[] ZEROS = new byte[4096];

	private final Path folder;

	private final Deque<String[]> undo = new ArrayDeque<>();

	private HurtDisk(Path folder) {
		this.folder = folder;
	}

	/**
	 * Mount a file system in memory.
	 * @param folder where to mount it
	 * @param size its size, as the command mount takes it
	 * @return the file system
	 */
	public static HurtDisk tmpfs(Path folder, String size) throws IOException {
		HurtDisk disk = new HurtDisk(Files.createDirectories(folder));
		disk.mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs");
		return disk;
	}

	static HurtDisk ext4(Path folder, Path image) throws IOException {
		HurtDisk disk = new HurtDisk(Files.createDirectories(folder));
		Command.run("truncate", "-s", "64M", image.toString());
		Command.run("mkfs.ext4", "-q", image.toString());
		disk.mount("-o", "loop", image.toString());
		return disk;
	}

	public Path file() {
		return this.folder.resolve("worker.log");
	}

	void mountOver(HurtDisk other) {
		mount("--bind", other.folder.toString());
	}

	private void mount(String... what) {
		Command.run(Stream.of(Stream.of("mount"), Stream.of(what), Stream.of(this.folder.toString()))
			.flatMap((part) -> part)
			.toArray(String[]::new));
		this.undo.push(new String[] { "umount", "-l", this.folder.toString() });
	}

	void unmount() {
		Command.run(this.undo.pop());
	}

	public void fill() throws IOException {
		try (OutputStream ballast = Files.newOutputStream(this.folder.resolve("ballast"))) {
			while (true) {
				ballast.write(ZEROS);
			}
		}
		catch (IOException ex) {
			if (!String.valueOf(ex.getMessage()).contains("No space left")) {
				throw ex;
			}
		}
	}

	public void free() throws IOException {
		Files.delete(this.folder.resolve("ballast"));
	}

	void freeze() {
		this.undo.push(new String[] { "fsfreeze", "-u", this.folder.toString() });
		Command.run("fsfreeze", "-f", this.folder.toString());
	}

	void thaw() {
		Command.run(this.undo.pop());
	}

	@Override
	public void close() {
		RuntimeException failure = null;
		while (!this.undo.isEmpty()) {
			try {
				Command.run(this.undo.pop());
			}
			catch (RuntimeException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

}
