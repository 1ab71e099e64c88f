package io.netraven.logging.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import ch.qos.logback.classic.LoggerContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that a servlet container starts and stops in a class loader of its own,
 * and in which a thread of the container logs.
 */
public final class RedeployedApplication {

	private static final Log logger = LogFactory.getLog(RedeployedApplication.class);

	private RedeployedApplication() {
	}

	public static void startAndStop(Executor container, boolean logbackFirst, String... arguments) {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setRegisterShutdownHook(false);
		ConfigurableApplicationContext context = application.run(arguments);
		CompletableFuture.runAsync(() -> logger.info("a request"), container).join();
		LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
		(logbackFirst ? List.<Runnable>of(logback::stop, context::close)
				: List.<Runnable>of(context::close, logback::stop))
			.forEach(Runnable::run);
		removeBridge(LogManager.getLogManager().getLogger(""));
	}

	/**
	 * Removes what Spring Boot leaves in the JDK's own logging, as the container does,
	 * whose log manager has a root logger for each application.
	 */
	private static void removeBridge(Logger root) {
		for (Handler handler : root.getHandlers()) {
			root.removeHandler(handler);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Empty {

	}

}
