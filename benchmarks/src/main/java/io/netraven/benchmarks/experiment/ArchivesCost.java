package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.netraven.benchmarks.contender.NetravenLog;
import io.netraven.logging.file.Delivery;

import org.springframework.util.unit.DataSize;

/**
 * What a line costs when its file is archived again and again beside many archives:
 * prints the CPU time of the process for each line, in nanoseconds.
 */
public final class ArchivesCost {

	private static final int LINES = 200_000;

	private static final long FILE_SIZE = DataSize.ofMegabytes(1).toBytes();

	private static final long NEVER_FULL = Long.MAX_VALUE / 2;

	private static final DateTimeFormatter ARCHIVE = DateTimeFormatter
		.ofPattern("'worker-'yyyyMMdd'T'HHmmss.SSS'Z.log.gz'");

	private ArchivesCost() {
	}

	/**
	 * Measure.
	 * @param args number of archives; then, to archive the file at each megabyte however
	 * young it is, {@code on-demand}
	 * @throws IOException if the archives cannot be made
	 */
	public static void main(String[] args) throws IOException {
		makeArchives(LogFolder.file(), Integer.parseInt(args[0]));
		boolean onDemand = args.length > 1;
		OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		try (NetravenLog log = NetravenLog
			.open(NetravenLog.settings(LogFolder.file(), Delivery.SYNC, onDemand ? NEVER_FULL : FILE_SIZE))) {
			int linesOfFile = onDemand ? linesOfFile(log) : LINES;
			log(log, linesOfFile);
			long archives = files();
			long before = process.getProcessCpuTime();
			log(log, linesOfFile);
			System.out.println((process.getProcessCpuTime() - before) / (double) LINES);
			System.err.println(files() - archives + " archives");
		}
	}

	private static void makeArchives(Path live, int count) throws IOException {
		LocalDateTime first = LocalDateTime.of(2026, 1, 1, 0, 0);
		for (int i = 0; i < count; i++) {
			Files.writeString(live.resolveSibling(ARCHIVE.format(first.plusSeconds(i))), "x");
		}
	}

	private static int linesOfFile(NetravenLog log) throws IOException {
		long before = Files.size(LogFolder.file());
		log.log(LINES);
		return (int) (FILE_SIZE / (Files.size(LogFolder.file()) - before));
	}

	private static long files() throws IOException {
		try (Stream<Path> files = Files.list(LogFolder.path())) {
			return files.count();
		}
	}

	private static void log(NetravenLog log, int linesOfFile) {
		for (int i = 1; i <= LINES; i++) {
			log.log(i);
			if (i % linesOfFile == 0 && linesOfFile < LINES) {
				log.writer().rotate();
			}
		}
	}

}
