package io.netraven.logging.autoconfigure;

import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

/**
 * Recognizes a run that only prepares later ones: it processes the application ahead of
 * time, or trains a start-up cache and ends when the context is refreshed. Its lines are
 * not those of the worker, so the log file is neither opened nor created.
 */
final class TrainingRun {

	private static final String AOT_PROCESSING = "spring.aot.processing";

	private TrainingRun() {
	}

	static boolean isCurrent() {
		return Boolean.getBoolean(AOT_PROCESSING) || DefaultLifecycleProcessor.ON_REFRESH_VALUE
			.equalsIgnoreCase(SpringProperties.getProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME));
	}

}
