package io.netraven.worker;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Runs the job as often as the properties say.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WorkerSchedule implements SchedulingConfigurer {

	private final ReachabilityJob job;

	private final WorkerProperties properties;

	WorkerSchedule(ReachabilityJob job, WorkerProperties properties) {
		this.job = job;
		this.properties = properties;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		registrar.addFixedDelayTask(this.job::run, this.properties.interval());
	}

}
