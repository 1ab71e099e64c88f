package io.netraven.logging;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the engine, their doors, and the arrows between them.
 */
class EngineArrowsTests {

	private static final String ENGINE = "io.netraven.logging.file";

	private static final Set<String> WORDS = Set.of("LogFileSettings", "RotationSettings", "Delivery", "LogFileStatus",
			"LogFileState", "LogFileFigures", "LogFileListener", "Outage", "Gap", "GapEncoder", "WriteDiagnosis",
			"UntrustedFolder", "LogFileReport", "ArchivedFile");

	private static final Set<String> DOORS = Set.of("archive.LogRotation", "buffer.Batch", "buffer.PendingLines",
			"concurrent.DaemonThread", "concurrent.Deadline", "concurrent.Signal", "daemon.Daemons",
			"daemon.TimeLimits", "disk.DiskOperations", "disk.FileFacts", "disk.FileOperations", "disk.FolderTrust",
			"disk.FolderWatch", "disk.IoProblems", "disk.OpenFile", "disk.Ownership", "disk.PathProblems",
			"disk.Refinements", "disk.TemporaryFile", "disk.UnwritableFileException", "live.FileOpener",
			"live.HiddenFile", "live.KnownSize", "live.LineEnd", "live.LeftFile", "live.LiveFile", "live.LogFilePath",
			"live.PartialWrite", "live.RescuedLines", "queue.CallerSide", "queue.FileThreadSide", "queue.QueueFacts",
			"queue.QueueMonitor", "queue.TurnSupervisor", "queue.WriteFailure");

	private static final Map<String, Set<String>> ARROWS = Map.of("front",
			Set.of("daemon", "queue", "live", "disk", "concurrent", "words"), "daemon",
			Set.of("queue", "live", "archive", "buffer", "disk", "concurrent", "words"), "queue",
			Set.of("live", "buffer", "disk", "concurrent", "words"), "live", Set.of("buffer", "disk", "words"),
			"archive", Set.of("disk", "concurrent", "words"), "buffer", Set.of("words"), "disk", Set.of("words"),
			"concurrent", Set.of(), "words", Set.of());

	/**
	 * The families of sealed types, which know each other by nature.
	 */
	private static final Set<String> BLOCKS = Set.of("Block", "LineBlock", "GapBlock");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.netraven.logging");

	@Test
	void arrowsBetweenRoomsAreThese() {
		Set<String> wrong = CLASSES.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter((arrow) -> !isAllowed(room(arrow.getOriginClass()), room(arrow.getTargetClass())))
			.map(Dependency::getDescription)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(wrong).isEmpty();
	}

	private static boolean isAllowed(String from, String to) {
		return from.isEmpty() || to.isEmpty() || from.equals(to) || ARROWS.get(from).contains(to);
	}

	@Test
	void roomsHaveNoCycle() {
		SlicesRuleDefinition.slices()
			.assignedFrom(slices("rooms", EngineArrowsTests::room))
			.should()
			.beFreeOfCycles()
			.check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "daemon", "queue", "live", "archive", "buffer", "disk", "concurrent" })
	void classesOfARoomHaveNoCycle(String room) {
		SlicesRuleDefinition.slices()
			.assignedFrom(slices("classes of " + room, (type) -> room(type).equals(room) ? family(type) : null))
			.should()
			.beFreeOfCycles()
			.check(CLASSES);
	}

	@Test
	void doorsAreThese() {
		Set<String> open = CLASSES.stream()
			.filter((type) -> type.getPackageName().startsWith(ENGINE + ".") && type.isTopLevelClass())
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.map((type) -> type.getName().substring(ENGINE.length() + 1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(open).containsExactlyInAnyOrderElementsOf(DOORS);
	}

	@Test
	void nobodyOutsideUsesARoom() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ENGINE + "..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ENGINE + ".*..")
			.check(CLASSES);
	}

	@Test
	void onlyDiskTouchesFiles() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ENGINE + "..")
			.and()
			.resideOutsideOfPackage(ENGINE + ".disk")
			.should()
			.dependOnClassesThat(
					DescribedPredicate.describe("touch the files of the operating system", EngineArrowsTests::isFiles))
			.check(CLASSES);
	}

	private static boolean isFiles(JavaClass type) {
		return type.getName().equals("java.nio.file.Files") || type.getName().startsWith("java.io.File")
				|| type.getPackageName().equals("java.nio.channels");
	}

	private static String room(JavaClass typeOrArray) {
		JavaClass type = typeOrArray.getBaseComponentType();
		String packageName = type.getPackageName();
		if (packageName.equals(ENGINE)) {
			return WORDS.contains(topLevelName(type)) ? "words" : "front";
		}
		return (packageName.startsWith(ENGINE + ".")) ? packageName.substring(ENGINE.length() + 1) : "";
	}

	private static String family(JavaClass type) {
		String name = topLevelName(type);
		return BLOCKS.contains(name) ? "blocks" : name;
	}

	private static String topLevelName(JavaClass type) {
		String name = type.getName().substring(type.getPackageName().length() + 1);
		int nested = name.indexOf('$');
		return (nested > 0) ? name.substring(0, nested) : name;
	}

	private static SliceAssignment slices(String description, Function<JavaClass, @Nullable String> name) {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				String slice = name.apply(type);
				return (slice == null || slice.isEmpty()) ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
			}

			@Override
			public String getDescription() {
				return description;
			}

		};
	}

}
