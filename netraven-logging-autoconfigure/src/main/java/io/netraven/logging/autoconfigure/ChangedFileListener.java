package io.netraven.logging.autoconfigure;

import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.logback.OwnLog;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/**
 * {@link GenericApplicationListener} that logs one warning when a refresh of the
 * environment, such as that of Spring Cloud, has changed the path of the log file. The
 * change applies at the next start.
 */
class ChangedFileListener implements GenericApplicationListener {

	private static final String EVENT_TYPE = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

	private static final OwnLog log = OwnLog.of(LogFactory.getLog("io.netraven.logging"));

	private @Nullable String reported;

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		return EVENT_TYPE.equals(eventType.toClass().getName());
	}

	@Override
	public boolean supportsSourceType(@Nullable Class<?> sourceType) {
		return sourceType != null && ApplicationContext.class.isAssignableFrom(sourceType);
	}

	@Override
	public synchronized void onApplicationEvent(ApplicationEvent event) {
		ApplicationContext context = (ApplicationContext) event.getSource();
		LogFileWriter writer = context.getBeanProvider(LogFileWriter.class).getIfAvailable();
		String current = (writer != null) ? writer.status().file() : "";
		String configured = LogFileName.absolute(NetravenLoggingProperties.file(context.getEnvironment()));
		if (!configured.equals(current) && !configured.equals(this.reported)) {
			this.reported = configured;
			log.warn("netraven.logging.file was changed to '%s'. The change applies at the next start; until then, %s"
				.formatted(configured,
						current.isEmpty() ? "no log file is written" : "log file %s is written".formatted(current)));
		}
	}

}
