package io.netraven.logging;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds that no classes need each other in a circle inside the packages around the
 * engine.
 */
class LogbackArrowsTests {

	@ParameterizedTest
	@ValueSource(strings = { "logback", "autoconfigure", "health" })
	void classesHaveNoCycle(String name) {
		JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.netraven.logging." + name);
		SlicesRuleDefinition.slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles().check(classes);
	}

	/**
	 * A slice for each top-level class, with the classes nested in it.
	 */
	private static final class TopLevelClasses implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			JavaClass topLevel = type;
			while (topLevel.getEnclosingClass().isPresent()) {
				topLevel = topLevel.getEnclosingClass().get();
			}
			return SliceIdentifier.of(topLevel.getSimpleName());
		}

		@Override
		public String getDescription() {
			return "top-level classes";
		}

	}

}
