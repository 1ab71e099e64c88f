package io.netraven.logging.endpoint;

import java.util.Objects;
import java.util.function.Supplier;

import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint} that shows all that is known of the log file, and has it rotated,
 * opened anew, paused or resumed. It answers from memory, without access to the disk, and
 * does not block. Thread-safe.
 */
@Endpoint(id = "netravenlogging")
public class LogFileEndpoint {

	private final Supplier<@Nullable LogFileWriter> writer;

	/**
	 * Create a new {@code LogFileEndpoint} instance.
	 * @param writer supplies the writer of the file, or {@code null} if there is no file
	 */
	public LogFileEndpoint(Supplier<@Nullable LogFileWriter> writer) {
		this.writer = Objects.requireNonNull(writer, "'writer' must not be null");
	}

	/**
	 * Return what is known of the file.
	 * @return a description, or {@code null} if there is no file
	 */
	@ReadOperation
	public @Nullable LogFileDescriptor logFile() {
		LogFileWriter writer = this.writer.get();
		return (writer != null) ? LogFileDescriptor.of(writer.report()) : null;
	}

	/**
	 * Have the file do something. Does not wait until it is done.
	 * @param action {@code rotate}, {@code reopen}, {@code pause} or {@code resume}
	 * @return a description of the file after the request, or {@code null} if there is no
	 * file
	 * @throws InvalidEndpointRequestException if the action is none of these
	 */
	@WriteOperation
	public @Nullable LogFileDescriptor request(@Selector String action) {
		LogFileAction known = LogFileAction.of(action)
			.orElseThrow(() -> new InvalidEndpointRequestException("Unknown action. Use one of " + LogFileAction.NAMES,
					"Unknown action"));
		LogFileWriter writer = this.writer.get();
		if (writer != null) {
			known.requestFrom(writer);
		}
		return logFile();
	}

}
