package io.netraven.logging.file;

import java.util.Arrays;
import java.util.function.BiConsumer;

import io.netraven.logging.file.FaultyOperations.DiskFault;

/**
 * The calls of {@link FaultyOperations} that can be given a fault.
 */
enum FaultyCall {

	WRITE((faults, fault) -> faults.onWrite = (length) -> {
		fault.before();
		return length;
	}),

	AFTER_WRITE((faults, fault) -> faults.afterWrite = fault),

	LOOK((faults, fault) -> faults.onLook = fault),

	OPEN((faults, fault) -> faults.onOpen = fault),

	CREATE((faults, fault) -> faults.onCreate = fault),

	RENAME((faults, fault) -> faults.onRename = fault),

	FORCE((faults, fault) -> faults.onForce = fault),

	READ((faults, fault) -> faults.onRead = fault),

	LINK((faults, fault) -> faults.onLink = fault),

	AFTER_RENAME((faults, fault) -> faults.afterRename = fault),

	LIST((faults, fault) -> faults.onList = fault),

	FREE_SPACE((faults, fault) -> faults.onFreeSpace = fault),

	CLOSE((faults, fault) -> faults.onClose = fault),

	DELETE((faults, fault) -> faults.onDelete = fault),

	COMPRESS((faults, fault) -> faults.onCompress = fault);

	private final BiConsumer<FaultyOperations, DiskFault> place;

	FaultyCall(BiConsumer<FaultyOperations, DiskFault> place) {
		this.place = place;
	}

	/**
	 * Has the call meet a fault from now on, in the place of the one that it had.
	 * @param faults the operations
	 * @param fault what comes at each call
	 */
	void set(FaultyOperations faults, DiskFault fault) {
		this.place.accept(faults, fault);
	}

	static void endAll(FaultyOperations faults) {
		Arrays.stream(values()).forEach((call) -> call.set(faults, DiskFault.NONE));
	}

}
