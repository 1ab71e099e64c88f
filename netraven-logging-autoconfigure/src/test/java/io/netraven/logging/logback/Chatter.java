package io.netraven.logging.logback;

import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

/**
 * Logs numbered lines at two levels until it is interrupted.
 */
final class Chatter implements Runnable {

	private final Logger logger;

	private final String name;

	private final CountDownLatch warm;

	Chatter(LoggerContext context, int number, CountDownLatch warm) {
		this.logger = context.getLogger("storm.chatter" + number);
		this.name = "t" + number + "-";
		this.warm = warm;
	}

	@Override
	public void run() {
		for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
			this.logger.info("{}{}", this.name, i);
			this.logger.debug("{}{}", this.name, i);
			if (i == 100) {
				this.warm.countDown();
			}
		}
	}

}
