package io.netraven.logging.endpoint;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension} for the {@link LogFileEndpoint}: says in the body of a 400
 * which actions there are.
 */
@EndpointWebExtension(endpoint = LogFileEndpoint.class)
public class LogFileEndpointWebExtension {

	private final LogFileEndpoint endpoint;

	/**
	 * Create a new {@code LogFileEndpointWebExtension} instance.
	 * @param endpoint the endpoint
	 */
	public LogFileEndpointWebExtension(LogFileEndpoint endpoint) {
		this.endpoint = Objects.requireNonNull(endpoint, "'endpoint' must not be null");
	}

	/**
	 * Have the file do something.
	 * @param action as in {@link LogFileEndpoint#request}
	 * @return 200 with a description of the file, 400 if there is no such action, or 404
	 * if there is no file
	 */
	@WriteOperation
	public WebEndpointResponse<?> request(@Selector String action) {
		try {
			LogFileDescriptor descriptor = this.endpoint.request(action);
			return (descriptor != null) ? new WebEndpointResponse<>(descriptor)
					: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		catch (InvalidEndpointRequestException ex) {
			return new WebEndpointResponse<>(
					Map.of("error", String.valueOf(ex.getReason()), "allowed", LogFileAction.NAMES),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

}
