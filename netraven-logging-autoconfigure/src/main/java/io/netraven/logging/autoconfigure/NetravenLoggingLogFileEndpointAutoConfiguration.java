package io.netraven.logging.autoconfigure;

import java.io.File;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.logging.LogFileWebEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LogFileWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
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
	@Conditional(FileMayBeSet.class)
	LogFileWebEndpoint logFileWebEndpoint(Environment environment) {
		String file = NetravenLoggingProperties.file(environment);
		return new LogFileWebEndpoint(null, StringUtils.hasText(file) ? new File(LogFileName.absolute(file)) : null);
	}

	/**
	 * Whether a log file is set, or may be set when an application runs that is processed
	 * ahead of time now.
	 */
	static class FileMayBeSet extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Log file");
			if (StringUtils.hasText(NetravenLoggingProperties.file(context.getEnvironment()))) {
				return ConditionOutcome.match(message.found("netraven.logging.file").atAll());
			}
			return (Boolean.getBoolean("spring.aot.processing"))
					? ConditionOutcome.match(message.because("the application is processed ahead of time"))
					: ConditionOutcome.noMatch(message.didNotFind("netraven.logging.file").atAll());
		}

	}

}
