package io.netraven.logging.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an agent does: reads the file that a path names. When the path names another one,
 * reads the former to its end, and leaves it for good.
 */
final class FollowingReader extends Thread {

	private final Path path;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private volatile boolean ended;

	private volatile Object reading = "nothing";

	FollowingReader(Path path) {
		super("reader");
		this.path = path;
	}

	@Override
	public void run() {
		while (!this.ended) {
			Object key = key();
			try (InputStream file = Files.newInputStream(this.path)) {
				if (key.equals(key())) {
					this.reading = key;
					readUntilThePathNamesAnother(file, key);
				}
			}
			catch (NoSuchFileException ex) {
				// it comes again
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void readUntilThePathNamesAnother(InputStream file, Object key) throws IOException {
		boolean left = false;
		while (!left) {
			Object named = key();
			left = this.ended || (!named.equals(key) && !named.equals("nothing"));
			this.content.writeBytes(file.readAllBytes());
		}
	}

	private Object key() {
		try {
			return Files.getAttribute(this.path, "unix:ino");
		}
		catch (IOException ex) {
			return "nothing";
		}
	}

	/**
	 * Returns whether it reads the file that the path names.
	 * @return whether it has left the former file
	 */
	boolean isUpToDate() {
		return this.reading.equals(key());
	}

	/**
	 * Ends the reader, which reads what is left.
	 * @return all lines that it has read
	 */
	List<String> end() throws InterruptedException {
		this.ended = true;
		join();
		return this.content.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
