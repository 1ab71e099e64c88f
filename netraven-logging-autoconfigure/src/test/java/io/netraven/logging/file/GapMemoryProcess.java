package io.netraven.logging.file;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

import io.netraven.logging.file.FaultyOperations.WriteFault;

/**
 * Has a writer take and drop lines by turns while its disk is full, and prints what that
 * costs in memory and whether every line is in the file or marked as lost.
 */
public final class GapMemoryProcess {

	private static final PrintStream OUT = System.out;

	private static final int ROUNDS = 150_000;

	private GapMemoryProcess() {
	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		byte[] taken = TestWriter.bytes("t".repeat(Integer.parseInt(args[1]) - 1));
		byte[] dropped = new byte[WriterRig.BUFFER_SIZE];
		LogFileSettings settings = WriterRig.settings(folder, Delivery.SYNC, Rotations.at(Long.MAX_VALUE));
		try (WriterRig rig = WriterRig.open(folder, settings)) {
			awaitState(rig, LogFileState.WRITING);
			rig.faults.onWrite = WriteFault.FULL;
			rig.writer.append(taken);
			awaitState(rig, LogFileState.UNAVAILABLE);
			long before = usedMemory();
			for (int i = 0; i < ROUNDS; i++) {
				rig.writer.append(dropped);
				rig.writer.append(taken);
			}
			OUT.println("used " + (usedMemory() - before));
			rig.faults.onWrite = WriteFault.NONE;
			awaitState(rig, LogFileState.WRITING);
			rig.writer.drain(Duration.ofMinutes(1));
			List<String> lines = Files.readAllLines(rig.folder.live());
			long logged = 1 + 2L * ROUNDS;
			long marked = count(lines, (line) -> line.startsWith("GAP ") ? Long.parseLong(line.split(" ")[1]) : 0);
			long written = count(lines, (line) -> line.startsWith("t") ? 1 : 0);
			OUT.println("%d logged, %d written, %d marked, %d lost".formatted(logged, written, marked,
					rig.status().linesLost()));
			OUT.println((written + marked == logged && marked == rig.status().linesLost()) ? "complete" : "incomplete");
		}
	}

	private static long count(List<String> lines, ToLongFunction<String> number) {
		return lines.stream().mapToLong(number).sum();
	}

	private static void awaitState(WriterRig rig, LogFileState state) {
		Liveness.patiently().until(() -> rig.status().state() == state);
	}

	private static long usedMemory() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < 10; i++) {
			System.gc();
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}

}
