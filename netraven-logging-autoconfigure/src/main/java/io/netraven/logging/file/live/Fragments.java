package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.netraven.logging.file.disk.FileOperations;

/**
 * Detects whether a file ends inside a line. Another process may be writing it at this
 * moment, so only a file whose size does not change counts. Used by the file thread; may
 * block for up to 2 seconds.
 */
final class Fragments {

	private static final int LOOKS = 20;

	private static final long FRAGMENT_STAYS_NANOS = Duration.ofMillis(100).toNanos();

	private final FileOperations operations;

	private final LineEnd lineEnd;

	Fragments(FileOperations operations, LineEnd lineEnd) {
		this.operations = operations;
		this.lineEnd = lineEnd;
	}

	boolean isAtEndOf(Path path, long sizeAtFirst) {
		try {
			long size = sizeAtFirst;
			for (int look = 1; look <= LOOKS; look++) {
				if (endsWithLine(path, size)) {
					return false;
				}
				LockSupport.parkNanos(FRAGMENT_STAYS_NANOS);
				long before = size;
				size = this.operations.look(path).size();
				if (size == before) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean endsWithLine(Path path, long size) throws IOException {
		if (size == 0) {
			return true;
		}
		int length = this.lineEnd.length();
		byte[] last = this.operations.read(path, Math.max(0, size - length), length);
		return last.length == 0 || this.lineEnd.isAtEndOf(last);
	}

}
