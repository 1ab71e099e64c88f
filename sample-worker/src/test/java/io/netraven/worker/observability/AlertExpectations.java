package io.netraven.worker.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which alert has to fire when, while a recording is played to the rules.
 */
final class AlertExpectations {

	private final StringBuilder expectations = new StringBuilder();

	/**
	 * Expect that an alert fires, or that it does not.
	 * @param alert name of the alert
	 * @param scrape place of the scrape in the recording
	 * @param fires whether it fires once this scrape is seen
	 * @return these expectations
	 */
	AlertExpectations expect(String alert, int scrape, boolean fires) {
		String samples = fires ? "[{labels: '{}', value: 1}]" : "[]";
		this.expectations.append("""
				      - expr: 'count(ALERTS{alertname="%s", alertstate="firing"})'
				        eval_time: %ds
				        exp_samples: %s
				""".formatted(alert, scrape * Recording.SECONDS, samples));
		return this;
	}

	Path write(Path file, Path rules, Recording recording) throws IOException {
		return Files.writeString(file, """
				rule_files:
				  - %s
				evaluation_interval: %ds
				tests:
				  - interval: %ds
				    input_series:
				%s
				    promql_expr_test:
				%s""".formatted(rules, Recording.SECONDS, Recording.SECONDS, recording.series(), this.expectations));
	}

}
