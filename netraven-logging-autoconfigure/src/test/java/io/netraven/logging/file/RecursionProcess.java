package io.netraven.logging.file;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Logs at each level of a recursion until the stack overflows, again and again, and
 * prints whether its writer does all of its work afterwards.
 */
public final class RecursionProcess {

	private static final PrintStream OUT = System.out;

	private static final int OVERFLOWS = 50;

	private static final int MOST_LINES = 2_000_000;

	private final WriterRig rig;

	private final LineLedger ledger = new LineLedger(2, MOST_LINES);

	private int recursed;

	private int others;

	private RecursionProcess(WriterRig rig) {
		this.rig = rig;
	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		WriterRig rig = WriterRig.open(folder,
				WriterRig.settings(folder, Delivery.valueOf(args[1]), Rotations.at(1_000_000_000)));
		Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
		new RecursionProcess(rig).run();
		System.exit(0);
	}

	private void run() throws Exception {
		for (int i = 0; i < OVERFLOWS; i++) {
			overflow(256 * 1024 + i * 512);
			logAfter(i);
		}
		OUT.println("threads " + this.rig.threads() + ", " + this.rig.status());
		this.ledger.read(this.rig.folder.live());
		List<String> verdict = this.ledger.verdict(0);
		OUT.println((verdict.isEmpty()) ? "every line is there or marked" : verdict);
		Liveness.assertWorksAndCloses(this.rig);
		OUT.println("works");
	}

	private void overflow(long stackSize) throws InterruptedException {
		Thread thread = new Thread(null, () -> {
			try {
				recurse();
			}
			catch (StackOverflowError ex) {
				// as intended
			}
		}, "recursion", stackSize);
		thread.start();
		thread.join();
	}

	private void recurse() {
		int number = this.recursed;
		byte[] line = TestWriter.bytes(LineLedger.line(0, number));
		this.recursed = number + 1;
		this.ledger.threw(0, number);
		this.rig.writer.append(line);
		this.ledger.returned(0, number);
		recurse();
	}

	private void logAfter(int overflow) throws InterruptedException {
		Thread other = new Thread(() -> {
			this.rig.append(LineLedger.line(1, this.others));
			this.ledger.returned(1, this.others++);
		});
		other.setDaemon(true);
		other.start();
		other.join(TestWriter.LONG_WAIT.toMillis());
		if (other.isAlive() || !this.rig.writer.drain(TestWriter.LONG_WAIT)) {
			OUT.println("stuck after overflow %d: the other thread %s, %s".formatted(overflow,
					(other.isAlive()) ? "waits" : "has returned", this.rig.status()));
			System.exit(1);
		}
	}

}
