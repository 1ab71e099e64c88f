package io.netraven.logging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link ConfigurationPropertiesBindHandlerAdvisor} that replaces invalid values by their
 * defaults if no file is set. Only {@code netraven.logging.level} is used without a file
 * and always validated.
 */
class UnusedPropertiesBindHandlerAdvisor implements ConfigurationPropertiesBindHandlerAdvisor {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName
		.of(NetravenLoggingProperties.PREFIX);

	private static final ConfigurationPropertyName LEVEL = PREFIX.append("level");

	private final Environment environment;

	UnusedPropertiesBindHandlerAdvisor(Environment environment) {
		this.environment = environment;
	}

	@Override
	public BindHandler apply(BindHandler bindHandler) {
		return new AbstractBindHandler(new WrittenValueBindHandler(bindHandler)) {

			@Override
			public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
					Exception error) throws Exception {
				return isUnused(name) ? null : super.onFailure(name, target, context, error);
			}

		};
	}

	private boolean isUnused(ConfigurationPropertyName name) {
		return PREFIX.isAncestorOf(name) && !LEVEL.equals(name)
				&& !StringUtils.hasText(this.environment.getProperty(NetravenLoggingProperties.PREFIX + ".file"));
	}

}
