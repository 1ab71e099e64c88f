package io.netraven.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long it takes until one core sees what another one has written. In a virtual
 * machine it changes from minute to minute, as its cores are moved about, and with it
 * what every hand-over between threads costs.
 *
 * @author NetRaven maintainers
 */
final class CoreDistance {

	private static final int EXCHANGES = 300_000;

	private final AtomicLong ball = new AtomicLong();

	private CoreDistance() {
	}

	/**
	 * Measure it, right after a run.
	 * @param contender whose run it was
	 * @param threads how many logged in it
	 * @param round the round
	 * @return nanoseconds for one way
	 * @throws InterruptedException if this thread is interrupted
	 */
	static Measurement after(Contender contender, int threads, int round) throws InterruptedException {
		new CoreDistance().play();
		return new Measurement("between cores", contender.name(), String.valueOf(threads), "one way", "ns", round,
				new CoreDistance().play());
	}

	private double play() throws InterruptedException {
		Thread partner = new Thread(() -> answer(0));
		partner.start();
		long before = System.nanoTime();
		this.ball.set(1);
		answer(1);
		partner.join();
		return (System.nanoTime() - before) / (2.0 * EXCHANGES);
	}

	private void answer(long parity) {
		for (long i = 0; i < EXCHANGES; i++) {
			long awaited = 2 * i + 1 + parity;
			while (this.ball.get() < awaited) {
				Thread.onSpinWait();
			}
			this.ball.set(awaited + 1);
		}
	}

}
