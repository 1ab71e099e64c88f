package io.netraven.logging.logback;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an appender attached to the root logger of a {@link LoggerContext} across resets
 * and stops of Logback.
 */
final class LogFileAppenderRegistrar implements LoggerContextListener, ConfigurationEventListener {

	private final LoggerContext context;

	private final RootAppenders root;

	private final AtomicReference<@Nullable LogFileSink> sink = new AtomicReference<>();

	private final ResetTripwire tripwire = new ResetTripwire(this::resetBegins);

	LogFileAppenderRegistrar(LoggerContext context) {
		this.context = context;
		this.root = new RootAppenders(context);
	}

	/**
	 * Attaches the appender. Must be called when logging is configured.
	 * @param sink where events go from now on
	 */
	void attach(LogFileSink sink) {
		locked(() -> {
			this.sink.set(sink);
			attachForGood();
			listen();
		});
	}

	void detach() {
		locked(() -> {
			this.sink.set(null);
			this.root.detachOurs();
			this.context.removeConfigurationEventListener(this);
			this.context.removeListener(this);
		});
	}

	private void attachForGood() {
		if (!this.root.has(LogFileAppender.class)) {
			this.root.attach(new LogFileAppender(this.sink));
		}
		this.root.detachOursExcept(LogFileAppender.class);
		this.root.refresh();
	}

	private void listen() {
		this.context.removeConfigurationEventListener(this);
		this.context.addConfigurationEventListener(this);
		this.context.register(this.tripwire);
		listenForReset();
	}

	private void listenForReset() {
		if (!this.context.getCopyOfListenerList().contains(this)) {
			this.context.addListener(this);
		}
	}

	private void resetBegins() {
		if (isAttached()) {
			this.root.resetBegins();
			listenForReset();
		}
	}

	@Override
	public void onReset(LoggerContext context) {
		locked(() -> {
			if (isAttached()) {
				this.root.detachOurs();
				this.root.attach(new StandInAppender(this.sink, this.root));
				this.context.register(this.tripwire);
			}
		});
	}

	@Override
	public void listen(ConfigurationEvent event) {
		switch (event.getEventType()) {
			case CONFIGURATION_ENDED_SUCCESSFULLY, CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS -> locked(() -> {
				if (isAttached()) {
					attachForGood();
				}
			});
			default -> {
			}
		}
	}

	@Override
	public void onStop(LoggerContext context) {
		LogFileSink sink = this.sink.get();
		if (sink != null) {
			sink.logbackStopped();
		}
	}

	@Override
	public void onStart(LoggerContext context) {
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	private boolean isAttached() {
		return this.sink.get() != null;
	}

	private void locked(Runnable action) {
		Lock lock = this.context.getConfigurationLock();
		lock.lock();
		try {
			action.run();
		}
		finally {
			lock.unlock();
		}
	}

}
