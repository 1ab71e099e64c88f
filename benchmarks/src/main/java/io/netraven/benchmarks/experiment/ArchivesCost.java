package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import com.sun.management.OperatingSystemMXBean;
import io.netraven.benchmarks.contender.NetravenLog;
import io.netraven.benchmarks.contender.OpenLog;
import io.netraven.logging.file.Delivery;

import org.springframework.util.unit.DataSize;

/**
 * What a line costs when its file is archived again and again beside many archives:
 * prints the CPU time of the process for each line, in nanoseconds.
 */
public final class ArchivesCost {

	private static final int LINES = 200_000;

	private static final long FILE_SIZE = DataSize.ofMegabytes(1).toBytes();

	private static final DateTimeFormatter ARCHIVE = DateTimeFormatter
		.ofPattern("'worker-'yyyyMMdd'T'HHmmss.SSS'Z.log.gz'");

	private ArchivesCost() {
	}

	/**
	 * Measure.
	 * @param args number of archives
	 * @throws IOException if the archives cannot be made
	 */
	public static void main(String[] args) throws IOException {
		makeArchives(LogFolder.file(), Integer.parseInt(args[0]));
		OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		try (NetravenLog log = NetravenLog.open(NetravenLog.settings(LogFolder.file(), Delivery.SYNC, FILE_SIZE))) {
			log(log);
			long before = process.getProcessCpuTime();
			log(log);
			System.out.println((process.getProcessCpuTime() - before) / (double) LINES);
		}
	}

	private static void makeArchives(Path live, int count) throws IOException {
		LocalDateTime first = LocalDateTime.of(2026, 1, 1, 0, 0);
		for (int i = 0; i < count; i++) {
			Files.writeString(live.resolveSibling(ARCHIVE.format(first.plusSeconds(i))), "x");
		}
	}

	private static void log(OpenLog log) {
		for (int i = 0; i < LINES; i++) {
			log.log(i);
		}
	}

}
