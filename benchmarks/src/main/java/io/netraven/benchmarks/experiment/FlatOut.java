package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.LongStream;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.OpenLog;

/**
 * Threads that log flat out until the process is killed. The number of each thread's last
 * line whose call returned stands in a mapped file, which outlives the process.
 */
public final class FlatOut {

	static final int THREADS = 4;

	/** What is printed once they log. */
	static final String LOGGING = "logging";

	private FlatOut() {
	}

	/**
	 * Log until killed.
	 * @param args name of the contender
	 * @throws Exception if the log cannot be opened
	 */
	public static void main(String[] args) throws Exception {
		OpenLog log = Contender.valueOf(args[0]).open(LogFolder.file());
		MappedByteBuffer returned = returned();
		for (int i = 0; i < THREADS; i++) {
			int thread = i;
			new Thread(() -> {
				for (long number = thread;; number += THREADS) {
					log.log(number);
					returned.putLong(thread * Long.BYTES, number);
				}
			}, "worker-" + i).start();
		}
		System.out.println(LOGGING);
	}

	private static MappedByteBuffer returned() throws IOException {
		Path file = LogFolder.path().resolve("returned");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			MappedByteBuffer cells = channel.map(FileChannel.MapMode.READ_WRITE, 0, THREADS * Long.BYTES);
			cells.order(ByteOrder.nativeOrder());
			return cells;
		}
	}

	static long[] lastReturned() throws IOException {
		MappedByteBuffer returned = returned();
		return LongStream.range(0, THREADS).map((thread) -> returned.getLong((int) thread * Long.BYTES)).toArray();
	}

}
