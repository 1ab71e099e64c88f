package io.netraven.logging.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import io.netraven.logging.file.LogFileWriter;

/**
 * What an operator can have a log file do.
 */
enum LogFileAction {

	ROTATE(LogFileWriter::rotate),

	REOPEN(LogFileWriter::reopen),

	PAUSE(LogFileWriter::pause),

	RESUME(LogFileWriter::resume);

	static final List<String> NAMES = Arrays.stream(values()).map(LogFileAction::toString).toList();

	private final Consumer<LogFileWriter> request;

	LogFileAction(Consumer<LogFileWriter> request) {
		this.request = request;
	}

	static Optional<LogFileAction> of(String name) {
		return Arrays.stream(values()).filter((action) -> action.toString().equals(name)).findFirst();
	}

	void requestFrom(LogFileWriter writer) {
		this.request.accept(writer);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
