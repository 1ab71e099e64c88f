package io.netraven.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Lists the test classes that a build left out, in whole or in part, and how to run them.
 * The comparisons are the last tests of the build, and the property {@code netraven.last}
 * says so: the tests before them are read from their reports.
 */
public final class SkippedTestsListener implements TestExecutionListener {

	private static final PathMatcher REPORT = FileSystems.getDefault()
		.getPathMatcher("glob:**/target/*-reports/TEST-*.xml");

	private static final String RUNNING = "TEST-io.netraven.worker.comparison.";

	private final List<String> skipped = new ArrayList<>();

	@Override
	public void executionSkipped(TestIdentifier test, String reason) {
		this.skipped
			.add(line(test.getSource().map(SkippedTestsListener::className).orElseGet(test::getDisplayName), reason));
	}

	@Override
	public void testPlanExecutionFinished(TestPlan testPlan) {
		if (Boolean.getBoolean("netraven.last") && "optional".equals(System.getProperty("netraven.docker"))) {
			List<String> lines = Stream.concat(earlier(Command.PROJECT).stream(), this.skipped.stream())
				.distinct()
				.toList();
			System.out.println("Left out of this build (-Dnetraven.docker=required runs what needs Docker or root):\n"
					+ (lines.isEmpty() ? "  nothing" : String.join("\n", lines)));
		}
	}

	private static List<String> earlier(Path project) {
		try (Stream<Path> reports = Files.find(project, 4, (path, attributes) -> isReport(path))) {
			return reports.sorted().flatMap(SkippedTestsListener::in).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isReport(Path path) {
		return REPORT.matches(path) && !path.getFileName().toString().startsWith(RUNNING);
	}

	private static Stream<String> in(Path report) {
		try {
			NodeList skipped = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(report.toFile())
				.getElementsByTagName("skipped");
			return IntStream.range(0, skipped.getLength()).mapToObj((index) -> line((Element) skipped.item(index)));
		}
		catch (IOException | ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException("Cannot read " + report, ex);
		}
	}

	private static String line(Element skipped) {
		Element test = (Element) skipped.getParentNode();
		return line(test.getAttribute("classname"), skipped.getAttribute("message"));
	}

	private static String className(TestSource source) {
		return (source instanceof MethodSource method) ? method.getClassName() : ((ClassSource) source).getClassName();
	}

	private static String line(String className, String reason) {
		return "  %s: %s".formatted(className, reason.replaceFirst(".* ==> ", ""));
	}

}
