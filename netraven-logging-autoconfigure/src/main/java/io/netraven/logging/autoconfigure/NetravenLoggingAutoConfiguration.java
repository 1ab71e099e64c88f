package io.netraven.logging.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the properties of the log file.
 * The file itself is set up before any bean, by
 * {@link NetravenLoggingApplicationListener}.
 */
@AutoConfiguration
@EnableConfigurationProperties(NetravenLoggingProperties.class)
@Import(UnusedPropertiesBindHandlerAdvisor.class)
public final class NetravenLoggingAutoConfiguration {

	NetravenLoggingAutoConfiguration() {
	}

}
