package io.netraven.logging;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * Holds which package may import which.
 */
class PackageArrowsTests {

	private static final String ROOT = "io.netraven.logging.";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.netraven.logging");

	@Test
	void arrowsPointOneWay() {
		Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInAnyPackage("io.netraven.logging..")
			.layer("file")
			.definedBy(ROOT + "file..")
			.optionalLayer("logback")
			.definedBy(ROOT + "logback..")
			.layer("autoconfigure")
			.definedBy(ROOT + "autoconfigure..")
			.layer("health")
			.definedBy(ROOT + "health..")
			.optionalLayer("metrics")
			.definedBy(ROOT + "metrics..")
			.optionalLayer("endpoint")
			.definedBy(ROOT + "endpoint..")
			.whereLayer("autoconfigure")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("file")
			.mayNotAccessAnyLayer()
			.whereLayer("logback")
			.mayOnlyAccessLayers("file")
			.whereLayer("health")
			.mayOnlyAccessLayers("file")
			.whereLayer("metrics")
			.mayOnlyAccessLayers("file")
			.whereLayer("endpoint")
			.mayOnlyAccessLayers("file")
			.check(CLASSES);
	}

	@Test
	void everyClassIsInOneOfThePackages() {
		ArchRuleDefinition.classes()
			.should()
			.resideInAnyPackage(ROOT + "file..", ROOT + "logback..", ROOT + "autoconfigure..", ROOT + "health..",
					ROOT + "metrics..", ROOT + "endpoint..")
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycle() {
		SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void ownLinesGoOneWay() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveFullyQualifiedName(ROOT + "logback.OwnLog")
			.should()
			.accessTargetWhere(DescribedPredicate.describe("a logger speaks", PackageArrowsTests::isSpeech))
			.check(CLASSES);
	}

	private static boolean isSpeech(JavaAccess<?> access) {
		JavaClass logger = access.getTargetOwner();
		return Set.of("info", "warn", "error").contains(access.getName()) && (logger.isAssignableTo("org.slf4j.Logger")
				|| logger.isAssignableTo("org.apache.commons.logging.Log"));
	}

	@Test
	void engineKnowsTheJdkAlone() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage(ROOT + "file..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "file..", "java..", "org.jspecify..", "com.google.errorprone.annotations..")
			.check(CLASSES);
	}

	@Test
	void logbackSideKnowsNoSpringContext() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + "logback..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.context..", "org.springframework.beans..",
					"org.springframework.boot.autoconfigure..", "org.springframework.boot.context..")
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void healthKnowsNoAutoConfiguration() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage(ROOT + "health..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "health..", ROOT + "file..", "org.springframework.boot.health.contributor..",
					"java..", "org.jspecify..")
			.check(CLASSES);
	}

}
