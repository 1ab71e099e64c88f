package io.netraven.worker;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link UnknownEnvironmentException}.
 */
class UnknownEnvironmentFailureAnalyzer extends AbstractFailureAnalyzer<UnknownEnvironmentException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownEnvironmentException cause) {
		String description = "There is no environment '%s', which the property '%s' (or the variable NETRAVEN_ENVIRONMENT) names."
			.formatted(cause.getName(), EnvironmentFilesEnvironmentPostProcessor.SETTING);
		String action = "Use one of %s, add config/environments/%s.yaml to the working directory, or leave the setting out."
			.formatted(String.join(", ", cause.getKnown()), cause.getName());
		return new FailureAnalysis(description, action, cause);
	}

}
