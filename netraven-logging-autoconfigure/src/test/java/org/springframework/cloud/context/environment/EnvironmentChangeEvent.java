package org.springframework.cloud.context.environment;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;

/**
 * Stands for the event of Spring Cloud, which is known by its name alone.
 */
public class EnvironmentChangeEvent extends ApplicationEvent {

	public EnvironmentChangeEvent(ApplicationContext source) {
		super(source);
	}

}
