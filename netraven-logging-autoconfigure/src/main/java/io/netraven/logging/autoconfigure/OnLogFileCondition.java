package io.netraven.logging.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Whether a log file is set, or may be set when an application runs that is processed
 * ahead of time now.
 */
class OnLogFileCondition extends SpringBootCondition {

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
