package io.netraven.logging.autoconfigure;

import java.io.File;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.logging.LogFileWebEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LogFileWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoint {@code logfile}: it
 * serves the log file where Spring Boot has none to serve. In an application that was
 * processed ahead of time the endpoint answers 404 while no file is set.
 * <p>
 * Unlike everything else, it reads the disk on the thread of the request.
 */
@AutoConfiguration(after = LogFileWebEndpointAutoConfiguration.class)
@ConditionalOnClass({ LogFileWebEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(LogFileWebEndpoint.class)
public final class NetravenLoggingLogFileEndpointAutoConfiguration {

	NetravenLoggingLogFileEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnLogFileCondition.class)
	LogFileWebEndpoint logFileWebEndpoint(Environment environment) {
		String file = NetravenLoggingProperties.file(environment);
		return new LogFileWebEndpoint(null, StringUtils.hasText(file) ? new File(LogFileName.absolute(file)) : null);
	}

}
