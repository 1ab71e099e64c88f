package io.netraven.benchmarks.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.netraven.benchmarks.contender.Contender;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The command line of a comparison: {@code --contenders="NAME NAME"},
 * {@code --threads="1 4"}, {@code --other=CLASS_PATH} for another build of this library,
 * which then takes part too, and {@code --jvms=N}, {@code --young} and {@code --quick} of
 * {@link SeparateJvms}.
 */
final class Options {

	private static final Set<String> NAMES = Set.of("contenders", "threads", "other", "jvms", "young", "quick");

	private final SimpleCommandLinePropertySource source;

	Options(String... args) {
		this.source = new SimpleCommandLinePropertySource(args);
		for (String name : this.source.getPropertyNames()) {
			Assert.isTrue(NAMES.contains(name), () -> "No such option: " + name);
		}
	}

	/**
	 * Return who takes part.
	 * @return the participants; the others are compared with the first
	 */
	List<Participant> participants() {
		List<Participant> participants = new ArrayList<>();
		words("contenders", "BOOT_DEFAULT NETRAVEN_SYNC SHARED_TURN").map(Contender::valueOf)
			.forEach((contender) -> participants.addAll(builds(contender, this.source.getProperty("other"))));
		return participants;
	}

	private static List<Participant> builds(Contender contender, @Nullable String otherBuild) {
		Participant participant = new Participant(contender.title(), contender, System.getProperty("java.class.path"));
		if (otherBuild == null || !contender.isThisLibrary()) {
			return List.of(participant);
		}
		return List.of(new Participant(contender.title() + ", other checkout", contender, otherBuild), participant);
	}

	List<Integer> threads() {
		return words("threads", "1 4 16 64").map(Integer::valueOf).toList();
	}

	boolean contains(String name) {
		return this.source.containsProperty(name);
	}

	int number(String name, int defaultValue) {
		return Integer.parseInt(value(name, String.valueOf(defaultValue)));
	}

	private Stream<String> words(String name, String defaultValue) {
		return Arrays.stream(StringUtils.tokenizeToStringArray(value(name, defaultValue), " ,"));
	}

	private String value(String name, String defaultValue) {
		String value = this.source.getProperty(name);
		return (value != null) ? value : defaultValue;
	}

}
