package io.netraven.logging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * {@link BindHandler} that adds to the rejection of a value the property as it was
 * written, with its origin.
 */
class WrittenValueBindHandler extends AbstractBindHandler {

	WrittenValueBindHandler() {
	}

	WrittenValueBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		InvalidConfigurationPropertyValueException invalid = find(error);
		if (invalid != null && !(invalid instanceof RejectedPropertyException)) {
			ConfigurationProperty written = written(invalid.getName(), context);
			if (written != null) {
				throw new RejectedPropertyException(written, invalid);
			}
		}
		return super.onFailure(name, target, context, error);
	}

	private static @Nullable InvalidConfigurationPropertyValueException find(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
				return invalid;
			}
		}
		return null;
	}

	private static @Nullable ConfigurationProperty written(String name, BindContext context) {
		ConfigurationPropertyName propertyName = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(propertyName);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

}
