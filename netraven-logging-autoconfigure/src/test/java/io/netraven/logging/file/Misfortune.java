package io.netraven.logging.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/**
 * What can befall a writer, for a moment. Whatever is taken out of its folder is kept
 * aside, so that no line is lost by it.
 */
enum Misfortune {

	ERROR {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			any(random).set(rig.faults, new Errors());
		}

	},

	REFUSAL {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			any(random).set(rig.faults, Misfortune::refuse);
		}

	},

	REFUSAL_NOW_AND_THEN {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			Random own = new Random(random.nextLong());
			any(random).set(rig.faults, () -> {
				if (own.nextInt(3) == 0) {
					refuse();
				}
			});
		}

	},

	LATENCY {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			long millis = List.of(1, 5, 20, 100, 600).get(random.nextInt(5));
			any(random).set(rig.faults, Latency.ofMillis(millis));
		}

	},

	FULL_DISK {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			Random own = new Random(random.nextLong());
			rig.faults.onWrite = (length) -> (own.nextInt(4) == 0) ? own.nextInt(length + 1) : 0;
		}

	},

	RENAMED {

		@Override
		void begin(WriterRig rig, Path aside, Random random) throws IOException {
			move(rig.folder.live(), aside);
		}

	},

	DELETED {

		@Override
		void begin(WriterRig rig, Path aside, Random random) throws IOException {
			try {
				Files.createLink(aside, rig.folder.live());
				Files.delete(rig.folder.live());
			}
			catch (NoSuchFileException ex) {
				// it is being rotated at this moment
			}
		}

	},

	/**
	 * Must come while nobody logs: lines between copy and truncation would be lost.
	 */
	TRUNCATED {

		@Override
		void begin(WriterRig rig, Path aside, Random random) throws IOException {
			try (FileChannel live = FileChannel.open(rig.folder.live(), StandardOpenOption.READ,
					StandardOpenOption.WRITE);
					FileChannel copy = FileChannel.open(aside, StandardOpenOption.CREATE_NEW,
							StandardOpenOption.WRITE)) {
				live.transferTo(0, live.size(), copy);
				live.truncate(0);
			}
			catch (NoSuchFileException ex) {
				// it is being rotated at this moment
			}
		}

	},

	ROTATED {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			rig.writer.rotate();
		}

	},

	LITTER {

		@Override
		void begin(WriterRig rig, Path aside, Random random) throws IOException {
			String name = LITTER_NAMES.get(random.nextInt(LITTER_NAMES.size()));
			Path litter = rig.folder.path().resolve(name);
			if (Files.notExists(litter)) {
				Files.writeString(litter, (random.nextBoolean()) ? "litter\n" : "");
			}
		}

	},

	ACT_THAT_REPORTS_AN_ERROR {

		@Override
		void begin(WriterRig rig, Path aside, Random random) {
			(random.nextBoolean() ? FaultyCall.AFTER_RENAME : FaultyCall.AFTER_WRITE).set(rig.faults,
					Misfortune::refuse);
		}

	};

	private static final List<String> LITTER_NAMES = List.of("worker-20261399T999999.999Z.log",
			"worker.log.20261399T999999.999Z", "worker-20261399T999999.999Z.log.gz.tmp", "worker-.log", "worker.log.1",
			".worker.log.tmp", "worker.log.99991399T000000.000Z");

	abstract void begin(WriterRig rig, Path aside, Random random) throws IOException;

	private static FaultyCall any(Random random) {
		FaultyCall[] calls = FaultyCall.values();
		return calls[random.nextInt(calls.length)];
	}

	private static void refuse() throws IOException {
		throw new IOException("Input/output error");
	}

	private static void move(Path live, Path aside) throws IOException {
		try {
			Files.move(live, aside);
		}
		catch (NoSuchFileException ex) {
			// it is being rotated at this moment
		}
	}

}
