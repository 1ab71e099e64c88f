package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Format of a log file.
 *
 * @param encoder encodes events
 * @param threshold minimum level of an event in the file
 * @param complaints one message for the operator for each property that cannot be used
 * @param numbering what gives the records their numbers
 * @param masker what masks secrets
 */
record FileFormat(RecordEncoder encoder, Level threshold, List<String> complaints, Numbering numbering, Masker masker) {

	FileFormat {
		complaints = List.copyOf(complaints);
	}

	boolean wants(ILoggingEvent event) {
		return event.getLevel().isGreaterOrEqual(this.threshold);
	}

	FileFormat with(Masker masker) {
		return new FileFormat(this.encoder, this.threshold, this.complaints, this.numbering, masker);
	}

	Charset charset() {
		return this.encoder.charset();
	}

	byte[] lineEnd() {
		return this.encoder.newline();
	}

	byte[] fragmentEnd() {
		return this.encoder.fragmentEnd();
	}

	byte[] encode(ILoggingEvent event, long number) {
		return this.encoder.encode(this.numbering.apply(event, number), this.masker);
	}

}
