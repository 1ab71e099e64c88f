package io.netraven.logging.autoconfigure;

import java.time.Duration;

import io.netraven.logging.health.LogFileHealthIndicator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NetravenLoggingHealthContributorAutoConfiguration}.
 */
class NetravenLoggingHealthContributorAutoConfigurationTests {

	private static final String NAME = "netravenLogging";

	@RegisterExtension
	private final CapturingWriter writer = new CapturingWriter();

	private final ApplicationContextRunner withoutFile = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NetravenLoggingHealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class));

	private final ApplicationContextRunner withFile = this.withoutFile.withInitializer(this.writer::addTo);

	@Test
	void thereIsNoContributorWithoutAFile() {
		this.withoutFile.run((context) -> {
			assertThat(contributor(context)).isNull();
			assertThat(context).doesNotHaveBean(LogFileHealthIndicator.class);
		});
	}

	@Test
	void fileHasAContributor() {
		this.withFile.run((context) -> assertThat(contributor(context)).isInstanceOf(LogFileHealthIndicator.class));
	}

	@Test
	void fileThatComesLateHasAContributorWhenTheApplicationIsReady() {
		this.withoutFile.run((context) -> {
			ConfigurableApplicationContext source = context.getSourceApplicationContext();
			this.writer.addTo(source);
			for (int i = 0; i < 2; i++) {
				source.publishEvent(
						new ApplicationReadyEvent(new SpringApplication(), new String[0], source, Duration.ZERO));
			}
			assertThat(contributor(context)).isInstanceOf(LogFileHealthIndicator.class);
		});
	}

	@Test
	void contributorIsThereWithLazyInitialization() {
		this.withFile.withBean(LazyInitializationBeanFactoryPostProcessor.class)
			.run((context) -> assertThat(contributor(context)).isNotNull());
	}

	@Test
	void contributorCanBeSwitchedOff() {
		this.withFile.withPropertyValues("management.health.netravenlogging.enabled=false")
			.run((context) -> assertThat(contributor(context)).isNull());
	}

	@Test
	void contributorOfTheApplicationTakesItsPlace() {
		HealthIndicator own = () -> new LogFileHealthIndicator(this.writer.get()::status).health();
		this.withFile.withBean("netravenLoggingHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(contributor(context)).isSameAs(own));
	}

	private @Nullable HealthContributor contributor(AssertableApplicationContext context) {
		return context.getBean(HealthContributorRegistry.class).getContributor(NAME);
	}

}
