package io.netraven.worker.shipping;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.netraven.worker.NeedsDocker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files, rsyslog and Apache Kafka: each record is in the topic, although the agent and
 * the broker are restarted.
 */
@NeedsDocker
class KafkaIT {

	private static final Duration BROKER_IS_AWAY = Duration.ofSeconds(3);

	@TempDir
	private Path folder;

	@Test
	void eachRecordIsInTheTopic() throws Exception {
		List<KafkaBroker> broker = KafkaBroker.start(this.folder, 1);
		new KafkaShipment(this.folder).ship(broker, () -> broker.get(0).restart(BROKER_IS_AWAY));
	}

}
