package io.netraven.logging.autoconfigure;

import java.util.List;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * {@link GenericApplicationListener} that ties the log file to the lifecycle of an
 * application. Lines are captured as soon as Spring Boot has initialized logging, and the
 * file is opened by its own thread at once: no thread of the application waits for it.
 * Ordered directly after Spring Boot's {@link LoggingApplicationListener}.
 */
class NetravenLoggingApplicationListener implements GenericApplicationListener {

	static final String WRITER_BEAN_NAME = "netravenLogFileWriter";

	private static final List<Class<?>> EVENT_TYPES = List.of(ApplicationEnvironmentPreparedEvent.class,
			ApplicationContextInitializedEvent.class, ApplicationStartedEvent.class, ApplicationReadyEvent.class,
			ApplicationFailedEvent.class, ContextClosedEvent.class);

	private @Nullable Environment environment;

	private @Nullable ApplicationContext context;

	private @Nullable LogFileWriter writer;

	private List<LogFileListener> listeners = List.of();

	private boolean fileIsSet;

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		return EVENT_TYPES.stream().anyMatch((type) -> type.isAssignableFrom(eventType.toClass()));
	}

	@Override
	public boolean supportsSourceType(@Nullable Class<?> sourceType) {
		return sourceType != null && (SpringApplication.class.isAssignableFrom(sourceType)
				|| ApplicationContext.class.isAssignableFrom(sourceType));
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (TrainingRun.isCurrent()) {
			return;
		}
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			this.environment = prepared.getEnvironment();
			claim(prepared.getEnvironment());
		}
		else if (event instanceof ApplicationContextInitializedEvent initialized) {
			this.context = initialized.getApplicationContext();
			claimIfNotSet(initialized.getApplicationContext());
		}
		else if (event instanceof ApplicationStartedEvent started && isOurs(started.getApplicationContext())) {
			letCallersDeliver();
		}
		else if (event instanceof ApplicationReadyEvent ready && isOurs(ready.getApplicationContext())) {
			claimIfNotSet(ready.getApplicationContext());
			JvmLogFile.get().maskSecretsOf(this, ready.getApplicationContext().getEnvironment());
			listen(ready.getApplicationContext());
			letCallersDeliver();
		}
		else if (event instanceof ApplicationFailedEvent failed && isOurs(failed.getApplicationContext())) {
			onFailed(failed);
		}
		else if (event instanceof ContextClosedEvent closed && isOurs(closed.getApplicationContext())) {
			JvmLogFile.get().ignore(this.listeners);
			JvmLogFile.get().release(this);
		}
	}

	private boolean isOurs(@Nullable ApplicationContext context) {
		return context == this.context;
	}

	private void claim(Environment environment) {
		NetravenLoggingProperties properties = NetravenLoggingProperties.get(environment);
		if (properties != null) {
			claim(properties, environment);
		}
		else {
			JvmLogFile.get().closeIfUnused();
		}
	}

	private void claim(NetravenLoggingProperties properties, Environment environment) {
		this.fileIsSet = true;
		LogFileWriter writer = JvmLogFile.get().claim(this, properties.toSettings(), environment);
		if (writer != null) {
			writer.open();
		}
		this.writer = writer;
	}

	private void register(ConfigurableApplicationContext context) {
		LogFileWriter writer = this.writer;
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (writer != null && !beanFactory.containsSingleton(WRITER_BEAN_NAME)) {
			beanFactory.registerSingleton(WRITER_BEAN_NAME, writer);
			if (beanFactory instanceof DefaultSingletonBeanRegistry registry) {
				registry.registerDisposableBean(WRITER_BEAN_NAME, JvmLogFile.get()::drainIfUnused);
			}
		}
	}

	/**
	 * Claims the file again if it was not set before: property sources may be added late,
	 * such as those of a Spring Cloud bootstrap context.
	 * @param context context of the application
	 */
	private void claimIfNotSet(ConfigurableApplicationContext context) {
		if (!this.fileIsSet) {
			claim(context.getEnvironment());
		}
		register(context);
	}

	private void listen(ApplicationContext context) {
		this.listeners = context.getBeanProvider(LogFileListener.class).orderedStream().toList();
		JvmLogFile.get().listen(this, this.listeners);
	}

	private void letCallersDeliver() {
		if (this.writer != null) {
			this.writer.goOn();
		}
	}

	private void onFailed(ApplicationFailedEvent event) {
		if (!this.fileIsSet) {
			Environment environment = this.environment;
			EarlyEnvironment early = (environment != null) ? EarlyEnvironment.of(environment)
					: EarlyEnvironment.of(event.getSpringApplication(), event.getArgs());
			NetravenLoggingProperties properties = early.properties();
			if (properties != null) {
				claim(properties, early.environment());
			}
		}
		JvmLogFile.get().release(this);
	}

}
