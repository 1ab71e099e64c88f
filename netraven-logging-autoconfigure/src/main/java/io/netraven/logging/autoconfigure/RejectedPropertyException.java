package io.netraven.logging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;

/**
 * {@link InvalidConfigurationPropertyValueException} that has the value as it was
 * written, and its origin.
 */
class RejectedPropertyException extends InvalidConfigurationPropertyValueException implements OriginProvider {

	private final transient @Nullable Origin origin;

	RejectedPropertyException(ConfigurationProperty property, InvalidConfigurationPropertyValueException rejection) {
		super(rejection.getName(), property.getValue(), rejection.getReason());
		this.origin = property.getOrigin();
	}

	@Override
	public @Nullable Origin getOrigin() {
		return this.origin;
	}

}
