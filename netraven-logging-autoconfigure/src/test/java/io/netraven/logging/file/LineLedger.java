package io.netraven.logging.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Knows of numbered lines which log calls have returned, and finds out which of the lines
 * are in the files of a writer, which are marked as lost, and which are neither.
 */
final class LineLedger {

	private static final byte RETURNED = 1;

	private static final byte THREW = 2;

	private static final byte SEEN = 4;

	private static final int MOST_SHOWN = 20;

	/**
	 * What became of each line, by thread. Allocated beforehand: there may be no memory
	 * for it later.
	 */
	private final byte[][] fates;

	private final List<String> faults = new ArrayList<>();

	private long marked;

	private int faultCount;

	LineLedger(int threads, int mostLines) {
		this.fates = new byte[threads][mostLines];
	}

	/**
	 * Returns the text of a line.
	 * @param thread the number of its thread
	 * @param number its number
	 * @return the text, without the end of the line
	 */
	static String line(int thread, int number) {
		return "L" + thread + " " + number + " " + "x".repeat(number % 120) + ".";
	}

	void returned(int thread, int number) {
		this.fates[thread][number] = RETURNED;
	}

	void threw(int thread, int number) {
		this.fates[thread][number] = THREW;
	}

	/**
	 * Reads a file, in which each thread's lines must be in order.
	 * @param file a log file or an archive
	 */
	void read(Path file) throws IOException {
		int[] last = new int[this.fates.length];
		try (InputStream stream = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(
						new InputStreamReader((file.toString().endsWith(".gz")) ? new GZIPInputStream(stream) : stream,
								StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				note(file, line, last);
			}
		}
	}

	private void note(Path file, String line, int[] last) {
		if (line.startsWith("GAP ")) {
			this.marked += Long.parseLong(line.split(" ")[1]);
			return;
		}
		if (line.startsWith("a line") || line.startsWith("the last line") || line.startsWith("litter")) {
			return;
		}
		String[] words = line.split(" ");
		if (words.length != 3 || !words[0].matches("L\\d") || !words[1].matches("\\d{1,9}")
				|| !line.equals(line(words[0].charAt(1) - '0', Integer.parseInt(words[1])))) {
			fault("torn in " + file.getFileName() + ": " + line);
			return;
		}
		seen(file, words[0].charAt(1) - '0', Integer.parseInt(words[1]), last);
	}

	private void seen(Path file, int thread, int number, int[] last) {
		if ((this.fates[thread][number] & SEEN) != 0) {
			fault("doubled in " + file.getFileName() + ": L" + thread + " " + number);
		}
		else if (number < last[thread]) {
			fault("out of order in " + file.getFileName() + ": L" + thread + " " + number + " behind " + last[thread]);
		}
		last[thread] = Math.max(last[thread], number);
		this.fates[thread][number] |= SEEN;
	}

	private void fault(String fault) {
		if (this.faultCount++ < MOST_SHOWN) {
			this.faults.add(fault);
		}
	}

	/**
	 * Compares what was logged with what was read.
	 * @param lostAtClose how many lines were lost when a writer was closed
	 * @return what is wrong, nothing if each line is in the files once or marked
	 */
	List<String> verdict(long lostAtClose) {
		long missing = 0;
		long unsure = 0;
		List<String> missed = new ArrayList<>();
		for (int thread = 0; thread < this.fates.length; thread++) {
			for (int number = 0; number < this.fates[thread].length; number++) {
				byte fate = this.fates[thread][number];
				if (fate == RETURNED && missing++ < MOST_SHOWN) {
					missed.add("L" + thread + " " + number);
				}
				unsure += (fate == THREW) ? 1 : 0;
			}
		}
		long counted = this.marked + lostAtClose;
		if (counted < missing || counted > missing + unsure) {
			this.faults.add("%d lines are missing and %d more may be, %d are marked and %d were lost at the end: %s"
				.formatted(missing, unsure, this.marked, lostAtClose, missed));
		}
		if (this.faultCount > MOST_SHOWN) {
			this.faults.add("and %d more".formatted(this.faultCount - MOST_SHOWN));
		}
		return this.faults;
	}

}
