package io.netraven.worker;

import java.time.Duration;

import io.netraven.worker.WorkerProperties.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkerProperties}.
 */
class WorkerPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(PropertiesConfiguration.class)
		.withPropertyValues("worker.inventory[0].name=router", "worker.inventory[0].host=127.0.0.1",
				"worker.inventory[0].port=22");

	@Test
	void inventoryIsBound() {
		this.runner.run((context) -> assertThat(context.getBean(WorkerProperties.class).inventory())
			.containsExactly(new Device("router", "127.0.0.1", 22)));
	}

	@Test
	void intervalAndTimeoutHaveDefaults() {
		this.runner.run((context) -> {
			WorkerProperties properties = context.getBean(WorkerProperties.class);
			assertThat(properties.interval()).isEqualTo(Duration.ofSeconds(10));
			assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(1));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "worker.inventory[0].name=", "worker.inventory[0].host=", "worker.inventory[0].port=65536",
			"worker.inventory[0].port=-1", "worker.interval=0s", "worker.timeout=0s", "worker.timeout=2m" })
	void impossibleValueFailsTheStart(String property) {
		String field = property.substring("worker.".length(), property.indexOf('='));
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("on field '" + field + "'"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(WorkerProperties.class)
	static class PropertiesConfiguration {

	}

}
