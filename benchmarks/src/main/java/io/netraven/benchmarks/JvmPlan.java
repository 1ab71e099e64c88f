package io.netraven.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Who is measured by {@link SeparateJvms}, and for how long.
 *
 * @param participants who takes part; the first is what the others are compared with
 * @param threads numbers of threads
 * @param jvms how many JVMs each participant has for each number of threads
 * @param warmUpMillis how long a JVM logs before it is measured
 * @param measuredMillis how long it is measured
 * @author NetRaven maintainers
 */
record JvmPlan(List<Participant> participants, List<Integer> threads, int jvms, long warmUpMillis,
		long measuredMillis) {

	private static final Set<String> OPTIONS = Set.of("young", "quick", "jvms", "threads", "contenders", "other");

	/**
	 * Read it from the command line.
	 * @param args {@code --young} for the first two seconds of a JVM, {@code --quick} for
	 * a first look, {@code --jvms=N}, {@code --threads="1 4"},
	 * {@code --contenders="NAME NAME"}, {@code --other=CLASS_PATH} for another build of
	 * this library, which then takes part too
	 * @return the plan
	 */
	static JvmPlan of(String... args) {
		SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(args);
		for (String option : options.getPropertyNames()) {
			Assert.isTrue(OPTIONS.contains(option), () -> "No such option: " + option);
		}
		List<Participant> participants = new ArrayList<>();
		words(options, "contenders", "BOOT_DEFAULT NETRAVEN_SYNC SHARED_TURN").map(Contender::valueOf)
			.forEach((contender) -> participants.addAll(participants(contender, options.getProperty("other"))));
		List<Integer> threads = words(options, "threads", "1 4 16 64").map(Integer::valueOf).toList();
		if (options.containsProperty("young")) {
			return new JvmPlan(participants, threads, jvms(options, "10"), 700, 1200);
		}
		if (options.containsProperty("quick")) {
			return new JvmPlan(participants, threads, jvms(options, "3"), 1000, 2000);
		}
		return new JvmPlan(participants, threads, jvms(options, "10"), 3000, 5000);
	}

	private static List<Participant> participants(Contender contender, @Nullable String otherBuild) {
		String classPath = System.getProperty("java.class.path");
		Participant participant = new Participant(contender.title(), contender, classPath);
		if (otherBuild == null || !contender.isThisLibrary()) {
			return List.of(participant);
		}
		return List.of(new Participant(contender.title() + ", other checkout", contender, otherBuild), participant);
	}

	private static int jvms(SimpleCommandLinePropertySource options, String defaultValue) {
		return Integer.parseInt(value(options, "jvms", defaultValue));
	}

	private static Stream<String> words(SimpleCommandLinePropertySource options, String name, String defaultValue) {
		return Arrays.stream(StringUtils.tokenizeToStringArray(value(options, name, defaultValue), " ,"));
	}

	private static String value(SimpleCommandLinePropertySource options, String name, String defaultValue) {
		String value = options.getProperty(name);
		return (value != null) ? value : defaultValue;
	}

	/**
	 * Who takes part.
	 *
	 * @param title the name in the table
	 * @param contender what logs
	 * @param classPath where its classes are
	 */
	record Participant(String title, Contender contender, String classPath) {

	}

}
