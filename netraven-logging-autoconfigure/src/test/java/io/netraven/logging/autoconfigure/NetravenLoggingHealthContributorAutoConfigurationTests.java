package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.health.LogFileHealthIndicator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NetravenLoggingHealthContributorAutoConfiguration}.
 *
 * @author NetRaven maintainers
 */
class NetravenLoggingHealthContributorAutoConfigurationTests {

	private static final String NAME = "netravenLogging";

	private static final String EXCLUDED = "management.endpoint.health.group.traffic.exclude=" + NAME;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private LogFileWriter writer;

	private final ApplicationContextRunner withoutFile = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NetravenLoggingHealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, EndpointAutoConfiguration.class,
				ApplicationAvailabilityAutoConfiguration.class, AvailabilityHealthContributorAutoConfiguration.class,
				AvailabilityProbesAutoConfiguration.class));

	private final ApplicationContextRunner withFile = this.withoutFile.withInitializer(this::addWriter);

	@BeforeEach
	void captureLines() {
		String file = this.folder.resolve("worker.log").toString();
		LogFileSettings settings = new LogFileSettings(file, Delivery.SYNC, 1 << 20, Duration.ofSeconds(1),
				Duration.ofSeconds(1), Set.of(), new RotationSettings(false, 1 << 20, Period.NONE, 1 << 20, false));
		this.writer = LogFileWriter.capture(settings, (gap) -> new byte[0], new LogFileListener() {
		});
	}

	@AfterEach
	void closeTheWriter() {
		this.writer.close();
	}

	@Test
	void thereIsNoContributorWithoutAFile() {
		this.withoutFile.run((context) -> {
			assertThat(contributor(context)).isNull();
			assertThat(context).doesNotHaveBean(LogFileHealthIndicator.class);
		});
	}

	@Test
	void fileHasAContributorWithItsDetails() {
		this.withFile.run((context) -> {
			assertThat(contributor(context)).isInstanceOf(LogFileHealthIndicator.class);
			assertThat(health(context, NAME).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void fileThatComesLateHasAContributorWhenTheApplicationIsReady() {
		this.withoutFile.run((context) -> {
			ConfigurableApplicationContext source = context.getSourceApplicationContext();
			addWriter(source);
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
		HealthIndicator own = () -> new LogFileHealthIndicator(this.writer::status).health();
		this.withFile.withBean("netravenLoggingHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(contributor(context)).isSameAs(own));
	}

	@Test
	void fileThatTakesNoLinesMakesHealthAnswer503AndLeavesTheProbesAlone() {
		this.withFile.run((context) -> {
			this.writer.close();
			becomeAvailable(context);
			assertThat(statusCode(context, health(context))).isEqualTo(503);
			assertThat(health(context, "liveness").getStatus()).isEqualTo(Status.UP);
			assertThat(health(context, "readiness").getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void groupCanLeaveTheFileOut() {
		this.withFile.withPropertyValues(EXCLUDED).run((context) -> {
			this.writer.close();
			becomeAvailable(context);
			assertThat(health(context, "traffic").getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void groupThatLeavesTheFileOutOutlivesTheFileWithoutMembershipValidation(boolean validate) {
		this.withoutFile
			.withPropertyValues(EXCLUDED, "management.endpoint.health.validate-group-membership=" + validate)
			.run((context) -> {
				if (validate) {
					assertThat(context).hasFailed();
				}
				else {
					assertThat(context).hasNotFailed();
				}
			});
	}

	@Test
	void downCanBeMappedToAnotherHttpStatus() {
		this.withFile.withPropertyValues("management.endpoint.health.status.http-mapping.down=200").run((context) -> {
			this.writer.close();
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(statusCode(context, health(context))).isEqualTo(200);
		});
	}

	private void becomeAvailable(AssertableApplicationContext context) {
		AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
		AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
	}

	private void addWriter(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("netravenLogFileWriter", this.writer);
	}

	private @Nullable HealthContributor contributor(AssertableApplicationContext context) {
		return context.getBean(HealthContributorRegistry.class).getContributor(NAME);
	}

	private HealthDescriptor health(AssertableApplicationContext context, String... path) {
		HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
		return (path.length > 0) ? Objects.requireNonNull(endpoint.healthForPath(path)) : endpoint.health();
	}

	private int statusCode(AssertableApplicationContext context, HealthDescriptor health) {
		return context.getBean(HttpCodeStatusMapper.class).getStatusCode(health.getStatus());
	}

}
