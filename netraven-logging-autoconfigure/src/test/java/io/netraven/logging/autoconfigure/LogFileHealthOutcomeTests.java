package io.netraven.logging.autoconfigure;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the health of the log file does to the health of the application.
 */
class LogFileHealthOutcomeTests {

	private static final String EXCLUDED = "management.endpoint.health.group.traffic.exclude=netravenLogging";

	@RegisterExtension
	private final CapturingWriter writer = new CapturingWriter();

	private final ApplicationContextRunner withoutFile = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NetravenLoggingHealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, EndpointAutoConfiguration.class,
				ApplicationAvailabilityAutoConfiguration.class, AvailabilityHealthContributorAutoConfiguration.class,
				AvailabilityProbesAutoConfiguration.class));

	private final ApplicationContextRunner withFile = this.withoutFile.withInitializer(this.writer::addTo);

	@Test
	void fileThatWillTakeLinesIsUp() {
		this.withFile.run((context) -> {
			becomeAvailable(context);
			assertThat(health(context, "netravenLogging").getStatus()).isEqualTo(Status.UP);
			assertThat(statusCode(context, health(context))).isEqualTo(200);
		});
	}

	@Test
	void fileThatTakesNoLinesMakesHealthAnswer503AndLeavesTheProbesAlone() {
		this.withFile.run((context) -> {
			this.writer.get().close();
			becomeAvailable(context);
			assertThat(statusCode(context, health(context))).isEqualTo(503);
			assertThat(health(context, "liveness").getStatus()).isEqualTo(Status.UP);
			assertThat(health(context, "readiness").getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void groupCanLeaveTheFileOut() {
		this.withFile.withPropertyValues(EXCLUDED).run((context) -> {
			this.writer.get().close();
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
			this.writer.get().close();
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(statusCode(context, health(context))).isEqualTo(200);
		});
	}

	@Test
	void outageCanBeUp() {
		this.withFile.withPropertyValues("management.health.netravenlogging.down-on-outage=false").run((context) -> {
			this.writer.get().close();
			assertThat(health(context, "netravenLogging").getStatus()).isEqualTo(Status.UP);
		});
	}

	private void becomeAvailable(AssertableApplicationContext context) {
		AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
		AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
	}

	private HealthDescriptor health(AssertableApplicationContext context, String... path) {
		HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
		return (path.length > 0) ? Objects.requireNonNull(endpoint.healthForPath(path)) : endpoint.health();
	}

	private int statusCode(AssertableApplicationContext context, HealthDescriptor health) {
		return context.getBean(HttpCodeStatusMapper.class).getStatusCode(health.getStatus());
	}

}
