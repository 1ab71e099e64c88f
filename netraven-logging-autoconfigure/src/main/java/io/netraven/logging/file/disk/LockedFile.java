package io.netraven.logging.file.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * A temporary file under a file lock that ends with its process, so that no other process
 * takes it for a leftover while it is being written. Works without the lock where the
 * file system has none.
 */
final class LockedFile implements TemporaryFile {

	private final FileChannel channel;

	private final Refinements refinements;

	private final Refusals refusals;

	private final Lock lock;

	LockedFile(FileChannel channel, Refinements refinements, Refusals refusals) {
		this.channel = channel;
		this.refinements = refinements;
		this.refusals = refusals;
		this.lock = lock();
	}

	private Lock lock() {
		try {
			Lock taken = (this.refinements.lock(this.channel) != null) ? Lock.OURS : Lock.OF_ANOTHER;
			this.refusals.granted(Refusals.LOCK);
			return taken;
		}
		catch (IOException | UnsupportedOperationException ex) {
			this.refusals.refused(Refusals.LOCK);
			return Lock.REFUSED;
		}
	}

	Lock lockState() {
		return this.lock;
	}

	@Override
	public OutputStream stream() {
		return new FilterOutputStream(Channels.newOutputStream(this.channel)) {

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				this.out.write(bytes, offset, length);
			}

			@Override
			public void close() {
				// the lock must be held until the file has its final name
			}

		};
	}

	@Override
	public boolean sync() throws IOException {
		try {
			this.refinements.sync(this.channel);
			this.refusals.granted(Refusals.SYNC);
			return true;
		}
		catch (IOException ex) {
			if (IoProblems.isOfTheDisk(ex)) {
				throw ex;
			}
			this.refusals.refused(Refusals.SYNC);
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	/**
	 * Who holds the lock.
	 */
	enum Lock {

		OURS, OF_ANOTHER, REFUSED

	}

}
