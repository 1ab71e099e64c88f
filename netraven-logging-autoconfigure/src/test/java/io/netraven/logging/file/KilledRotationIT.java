package io.netraven.logging.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rotation by processes that are killed.
 */
class KilledRotationIT {

	@TempDir
	Path path;

	@Test
	void killsAtAnyMomentLoseNothingAndLeaveNothing() throws Exception {
		LogFolder folder = new LogFolder(Files.createDirectory(this.path.resolve("logs")));
		Random random = new Random(42);
		List<Long> returned = new ArrayList<>();
		for (int run = 0; run < 50; run++) {
			Path acknowledged = this.path.resolve("returned-" + run);
			Process process = RotatingProcess.start(folder.live(), "p" + run, Long.MAX_VALUE, 64 * 1024, acknowledged);
			LogFolder.eventually(() -> assertThat(returned(acknowledged)).isPositive());
			TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
			process.destroyForcibly().waitFor();
			returned.add(returned(acknowledged));
		}
		folder.finish();
		assertEveryReturnedLineIsThereOnce(folder, returned);
	}

	private static long returned(Path acknowledged) throws IOException {
		byte[] bytes = (Files.exists(acknowledged)) ? Files.readAllBytes(acknowledged) : new byte[0];
		return (bytes.length == Long.BYTES) ? ByteBuffer.wrap(bytes).getLong() : 0;
	}

	private static void assertEveryReturnedLineIsThereOnce(LogFolder folder, List<Long> returned) {
		Map<String, Long> last = new HashMap<>();
		List<String> fragments = new ArrayList<>();
		folder.forEachLine((line) -> {
			String[] words = line.split(" ", -1);
			if (words.length < 3 || words[2].length() != Long.parseLong(words[1]) % 120) {
				fragments.add(line);
			}
			else {
				assertThat(Long.parseLong(words[1])).isEqualTo(last.getOrDefault(words[0], 0L) + 1);
				last.put(words[0], Long.parseLong(words[1]));
			}
		});
		for (int run = 0; run < returned.size(); run++) {
			assertThat(last.getOrDefault("p" + run, 0L)).isBetween(returned.get(run), returned.get(run) + 1);
		}
		assertThat(fragments).hasSizeLessThanOrEqualTo(returned.size());
	}

}
