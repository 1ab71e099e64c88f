package io.netraven.logging.autoconfigure;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.netraven.logging.file.LogFileWriter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of the log file. They
 * are registered only if a file is set, which is decided at run time, also in an
 * application that was processed ahead of time. Backs off if the application has a bean
 * named {@code netravenLoggingMetrics}.
 */
@AutoConfiguration
@ConditionalOnClass(MeterBinder.class)
public final class NetravenLoggingMetricsAutoConfiguration {

	NetravenLoggingMetricsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = "netravenLoggingMetrics")
	LogFileMeterBinder netravenLoggingMetrics(ObjectProvider<LogFileWriter> writer) {
		return new LogFileMeterBinder(writer);
	}

}
