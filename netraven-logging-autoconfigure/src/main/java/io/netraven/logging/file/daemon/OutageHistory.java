package io.netraven.logging.file.daemon;

import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.Outage;

/**
 * The latest outages that have ended, the latest first. Changed by the watch thread; any
 * thread may read it.
 */
final class OutageHistory {

	static final int MOST = 10;

	private volatile List<Outage> outages = List.of();

	void add(Outage ended) {
		List<Outage> next = new ArrayList<>(MOST);
		next.add(ended);
		next.addAll(this.outages.subList(0, Math.min(this.outages.size(), MOST - 1)));
		this.outages = List.copyOf(next);
	}

	List<Outage> outages() {
		return this.outages;
	}

}
