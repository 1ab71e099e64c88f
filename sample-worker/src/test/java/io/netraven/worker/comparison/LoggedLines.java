package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered lines in a file, or in several that follow each other.
 */
final class LoggedLines {

	private static final String TIME = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S* ";

	private static final Pattern WHOLE = Pattern.compile(TIME + ".* : (?!.*" + TIME.substring(1) + ").*$");

	private static final Pattern NUMBERED = Pattern
		.compile(TIME + " *INFO [^:]*\\[load-(\\d)] \\S+ +: line \\1 (\\d+) end$");

	private static final Pattern GAP = Pattern.compile(" : (\\d+) log lines? (?:is|are) missing here: ");

	private final List<BitSet> seen = new ArrayList<>();

	private final long[] last = new long[Ledger.THREADS];

	private final int[] gapsBeforeLast = new int[Ledger.THREADS];

	private int gaps;

	private long marked;

	/**
	 * Missing between two lines of a thread without a record between them.
	 */
	private long unmarked;

	private long doubled;

	private long disordered;

	private long broken;

	private long nulBytes;

	private LoggedLines() {
		for (int thread = 0; thread < Ledger.THREADS; thread++) {
			this.seen.add(new BitSet());
		}
	}

	static LoggedLines in(Path... files) throws IOException {
		LoggedLines lines = new LoggedLines();
		for (Path file : files) {
			if (Files.exists(file)) {
				lines.readAll(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return lines;
	}

	private void readAll(String content) {
		this.nulBytes += content.chars().filter((character) -> character == 0).count();
		// what follows the last end of line may be on its way
		content.substring(0, content.lastIndexOf('\n') + 1).replace("\0", "").lines().forEach(this::read);
	}

	private void read(String line) {
		Matcher numbered = NUMBERED.matcher(line);
		Matcher gap = GAP.matcher(line);
		if (numbered.find()) {
			count(Integer.parseInt(numbered.group(1)), Integer.parseInt(numbered.group(2)));
		}
		else if (gap.find()) {
			this.gaps++;
			this.marked += Long.parseLong(gap.group(1));
		}
		else if (!WHOLE.matcher(line).matches() || line.contains(": line ")) {
			this.broken++;
		}
	}

	private void count(int thread, int number) {
		this.doubled += (this.seen.get(thread).get(number)) ? 1 : 0;
		this.seen.get(thread).set(number);
		if (number < this.last[thread]) {
			this.disordered++;
		}
		if (number > this.last[thread] + 1 && this.gaps == this.gapsBeforeLast[thread]) {
			this.unmarked += number - this.last[thread] - 1;
		}
		this.last[thread] = number;
		this.gapsBeforeLast[thread] = this.gaps;
	}

	/**
	 * Count what is missing of the lines after one moment, up to a later one.
	 * @param from last line of each thread before
	 * @param to last line of each thread
	 * @return how many are missing
	 */
	long missing(long[] from, long[] to) {
		long missing = 0;
		for (int thread = 0; thread < Ledger.THREADS; thread++) {
			BitSet present = this.seen.get(thread).get((int) from[thread] + 1, (int) to[thread] + 1);
			missing += to[thread] - from[thread] - present.cardinality();
		}
		return missing;
	}

	static long distance(long[] from, long[] to) {
		return Arrays.stream(to).sum() - Arrays.stream(from).sum();
	}

	long missing(long[] to) {
		return missing(new long[Ledger.THREADS], to);
	}

	long unmarked() {
		return this.unmarked;
	}

	long marked() {
		return this.marked;
	}

	long doubled() {
		return this.doubled;
	}

	long disordered() {
		return this.disordered;
	}

	long broken() {
		return this.broken;
	}

	long nulBytes() {
		return this.nulBytes;
	}

}
