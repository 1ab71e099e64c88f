package io.netraven.logging.file;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A process of its own that logs a thousand lines and ends when the file takes them.
 */
public final class UnprivilegedProcess {

	private UnprivilegedProcess() {
	}

	static String[] lines() {
		return IntStream.range(0, 1000).mapToObj((i) -> "line " + i).toArray(String[]::new);
	}

	public static void main(String[] args) {
		LogFileSettings settings = TestWriter.settings(args[0], Delivery.SYNC, 1024 * 1024, TestWriter.LONG_WAIT);
		try (LogFileWriter writer = LogFileWriter.capture(settings, (gap) -> TestWriter.bytes(gap.toString()),
				new LogFileListener() {

					@Override
					public void failed(Outage outage) {
						System.out.println("FAILED " + outage.diagnosis());
					}

				})) {
			writer.open();
			Stream.of(lines()).map(TestWriter::bytes).forEach(writer::append);
			while (!writer.status().state().equals(LogFileState.WRITING)) {
				Thread.onSpinWait();
			}
		}
	}

}
