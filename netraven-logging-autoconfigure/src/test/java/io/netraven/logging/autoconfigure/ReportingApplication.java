package io.netraven.logging.autoconfigure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * An application for a JVM of its own, which says what it has of the log file and ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ReportingApplication {

	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(ReportingApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			System.out.println("max-wait: " + context.getBean(NetravenLoggingProperties.class).maxWait());
			System.out.println("health: "
					+ (ClassUtils.isPresent("org.springframework.boot.health.registry.HealthContributorRegistry",
							ReportingApplication.class.getClassLoader()) ? HealthReport.of(context)
									: "not on the class path"));
		}
	}

	private static final class HealthReport {

		static String of(ConfigurableApplicationContext context) {
			return (context.getBean(HealthContributorRegistry.class)
				.getContributor("netravenLogging") instanceof HealthIndicator indicator)
						? String.valueOf(indicator.health()) : "no contributor";
		}

	}

}
