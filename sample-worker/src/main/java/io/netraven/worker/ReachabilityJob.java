package io.netraven.worker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import io.netraven.worker.WorkerProperties.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Checks every device of the inventory once per round and logs each answer. The MDC names
 * the job and the device.
 */
@Component
class ReachabilityJob {

	private static final Logger logger = LoggerFactory.getLogger(ReachabilityJob.class);

	private final WorkerProperties properties;

	private final TcpCheck check;

	private final Executor executor;

	private final Environment environment;

	private final AtomicLong rounds = new AtomicLong();

	ReachabilityJob(WorkerProperties properties, TcpCheck check,
			@Qualifier("applicationTaskExecutor") Executor executor, Environment environment) {
		this.properties = properties;
		this.check = check;
		this.executor = executor;
		this.environment = environment;
	}

	void run() {
		String job = "reachability-" + this.rounds.incrementAndGet();
		MDC.put("job", job);
		try {
			List<CompletableFuture<Reachability>> checks = this.properties.inventory()
				.stream()
				.map((device) -> CompletableFuture.supplyAsync(() -> check(job, device), this.executor))
				.toList();
			long reachable = checks.stream().map(CompletableFuture::join).filter(Reachability::isReachable).count();
			logger.info("{} of {} devices reachable", reachable, checks.size());
		}
		finally {
			MDC.clear();
		}
	}

	private Reachability check(String job, Device device) {
		MDC.put("job", job);
		MDC.put("device", device.name());
		try {
			int port = (device.port() != 0) ? device.port() : ownPort();
			logger.debug("Connecting to {}:{}", device.host(), port);
			Reachability reachability = this.check.connect(device.host(), port, this.properties.timeout());
			logger.atLevel((reachability.isReachable()) ? Level.INFO : Level.WARN)
				.log("{} ({}:{}): {}", device.name(), device.host(), port, reachability);
			return reachability;
		}
		finally {
			MDC.clear();
		}
	}

	private int ownPort() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

}
