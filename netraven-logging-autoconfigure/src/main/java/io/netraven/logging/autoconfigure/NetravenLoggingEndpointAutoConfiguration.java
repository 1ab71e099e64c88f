package io.netraven.logging.autoconfigure;

import io.netraven.logging.endpoint.LogFileEndpoint;
import io.netraven.logging.endpoint.LogFileEndpointWebExtension;
import io.netraven.logging.file.LogFileWriter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoint
 * {@code netravenlogging}. It is there only if a file is set. In an application that was
 * processed ahead of time it answers 404 while none is.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(LogFileEndpoint.class)
public final class NetravenLoggingEndpointAutoConfiguration {

	NetravenLoggingEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnLogFileCondition.class)
	LogFileEndpoint netravenLoggingEndpoint(ObjectProvider<LogFileWriter> writer) {
		return new LogFileEndpoint(writer::getIfAvailable);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(LogFileEndpoint.class)
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	LogFileEndpointWebExtension netravenLoggingEndpointWebExtension(LogFileEndpoint endpoint) {
		return new LogFileEndpointWebExtension(endpoint);
	}

}
