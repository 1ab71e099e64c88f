package io.netraven.worker;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;

/**
 * The worker with threads that log numbered lines flat out. After each call, the number
 * goes to a mapped file, which survives the death of the process.
 */
public final class LoadApplication {

	static final int THREADS = 4;

	private static final Logger logger = LoggerFactory.getLogger(LoadApplication.class);

	private LoadApplication() {
	}

	public static void main(String[] args) throws IOException {
		String file = SpringApplication.run(NetravenWorkerApplication.class, args)
			.getEnvironment()
			.getRequiredProperty("load.returned");
		MappedByteBuffer returned = map(Path.of(file));
		for (int thread = 0; thread < THREADS; thread++) {
			int number = thread;
			new Thread(() -> logForEver(number, returned), "load-" + thread).start();
		}
	}

	static MappedByteBuffer map(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.CREATE)) {
			MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, THREADS * (long) Long.BYTES);
			buffer.order(ByteOrder.nativeOrder());
			return buffer;
		}
	}

	private static void logForEver(int thread, MappedByteBuffer returned) {
		for (long line = 1;; line++) {
			logger.info("load {} {}", thread, line);
			returned.putLong(thread * Long.BYTES, line);
		}
	}

}
