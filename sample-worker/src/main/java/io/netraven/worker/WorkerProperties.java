package io.netraven.worker;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the worker checks, and how often.
 *
 * @param inventory devices to check
 * @param interval pause between the end of one round of checks and the next
 * @param timeout longest to wait for the answer of one device
 */
@Validated
@ConfigurationProperties("worker")
record WorkerProperties(@DefaultValue List<@Valid Device> inventory,
		@DefaultValue("10s") @DurationMin(millis = 10) Duration interval,
		@DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration timeout) {

	/**
	 * One device of the inventory.
	 *
	 * @param name name of the device, as it appears in the log
	 * @param host host name or address
	 * @param port TCP port that answers if the device is up; 0 stands for the HTTP port
	 * of the worker itself
	 */
	record Device(@NotBlank String name, @NotBlank String host, @Min(0) @Max(65535) int port) {
	}

}
