package io.netraven.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.util.unit.DataSize;

/**
 * Keeps memory for the file cache while a log grows. A virtual machine gives memory that
 * is free for a second back to its host, and the first write to new memory costs many
 * times as much as the write itself, so that the contenders who write most would be
 * measured by the host. A sparse file that is read holds as much memory as a run needs,
 * and is cut as the log grows.
 *
 * @author NetRaven maintainers
 */
final class ResidentMemory implements AutoCloseable {

	private static final long BYTES = DataSize.ofGigabytes(5).toBytes();

	/** What is free for the process that logs, and ahead of the log. */
	private static final long AHEAD = DataSize.ofGigabytes(1).toBytes();

	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private final Path log;

	private final Path held;

	private final FileChannel holder;

	private final Thread thread = new Thread(this::giveAsTheLogGrows, "resident-memory");

	private volatile boolean closed;

	ResidentMemory(Path log) throws IOException {
		this.log = log;
		this.held = Files.createTempFile(log.getParent(), "resident", null);
		this.holder = FileChannel.open(this.held, StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	/**
	 * Take the memory, and give it back as the log grows.
	 * @throws IOException if the folder takes no file
	 */
	void hold() throws IOException {
		take();
		this.thread.start();
	}

	private void take() throws IOException {
		this.holder.write(ByteBuffer.allocate(1), BYTES - 1);
		ByteBuffer read = ByteBuffer.allocateDirect((int) DataSize.ofMegabytes(1).toBytes());
		while (this.holder.read(read.clear()) > 0) {
			continue;
		}
		this.holder.truncate(BYTES - AHEAD);
	}

	private void giveAsTheLogGrows() {
		try {
			while (!this.closed) {
				long logged = Files.exists(this.log) ? Files.size(this.log) : 0;
				this.holder.truncate(Math.max(0, BYTES - AHEAD - logged));
				LockSupport.parkNanos(LOOK_NANOS);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.holder.close();
		Files.delete(this.held);
	}

}
