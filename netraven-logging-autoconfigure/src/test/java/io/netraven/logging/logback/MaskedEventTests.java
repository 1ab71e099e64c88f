package io.netraven.logging.logback;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link MaskedEvent}: what is masked, and what is left as it is.
 */
class MaskedEventTests {

	private final LongAdder masked = new LongAdder();

	@Test
	void eventWithoutSecretsIsTheSame() {
		for (ILoggingEvent event : List.of(event(Map.of()), event(Map.of("job", "7")),
				event(Map.of(), new KeyValuePair("job", 7)))) {
			assertThat(mask(event)).isSameAs(event);
		}
		assertThat(this.masked.sum()).isZero();
	}

	@Test
	void secretOfTheMdcIsMasked() {
		ILoggingEvent event = mask(event(Map.of("token", "hunter2", "job", "7")));
		assertThat(event.getMDCPropertyMap()).containsOnly(Map.entry("token", "******"), Map.entry("job", "7"));
		assertThat(event.getKeyValuePairs()).isNull();
		assertThat(this.masked.sum()).isOne();
	}

	@Test
	void secretsOfThePairsAreMaskedAndCounted() {
		KeyValuePair job = new KeyValuePair("job", 7);
		ILoggingEvent event = mask(event(Map.of("pwd", "/", "api-key", "hunter2"), new KeyValuePair("token", "hunter2"),
				job, new KeyValuePair("secret", 12)));
		assertThat(event.getKeyValuePairs()).extracting((pair) -> pair.value).containsExactly("******", 7, "******");
		assertThat(event.getKeyValuePairs()).element(1).isSameAs(job);
		assertThat(event.getMDCPropertyMap()).containsEntry("pwd", "/").containsEntry("api-key", "******");
		assertThat(this.masked.sum()).isEqualTo(3);
	}

	private ILoggingEvent mask(ILoggingEvent event) {
		return MaskedEvent.of(event, new SecretNames(List.of(), List.of()), this.masked);
	}

	private static ILoggingEvent event(Map<String, String> mdc, KeyValuePair... pairs) {
		LoggingEvent event = new LoggingEvent("", new LoggerContext().getLogger("app"), Level.INFO, "", null, null);
		event.setMDCPropertyMap(mdc);
		List.of(pairs).forEach(event::addKeyValuePair);
		return event;
	}

}
