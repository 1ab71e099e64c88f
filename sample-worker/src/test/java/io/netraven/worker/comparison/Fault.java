package io.netraven.worker.comparison;

import org.jspecify.annotations.Nullable;

/**
 * The rows of the comparison.
 */
enum Fault {

	FULL_DISK("Disk full for 4 s, then freed"),

	FULL_DISK_SMALL_BUFFER("The same, with `buffer-size` 64 kB"),

	HUNG_DISK("Disk hangs for 5 s (`fsfreeze`)"),

	HUNG_DISK_SHUTDOWN("SIGTERM while the disk hangs"),

	KILL("`kill -9`, 4 threads flat out, 5 rounds"),

	OUT_OF_MEMORY("Killed by the kernel for memory (container)"),

	DELETED("File deleted (`rm`)", Figure.MISSING),

	RENAMED("File renamed (`mv`)"),

	TRUNCATED("File truncated (`truncate -s 0`)", Figure.MISSING),

	FOLDER_REPLACED("Folder removed and made again", Figure.MISSING),

	MOUNTED_OVER("Another volume mounted over the folder, then unmounted"),

	LOGROTATE_CREATE("logrotate with `create`"),

	LOGROTATE_COPYTRUNCATE("logrotate with `copytruncate`", Figure.MISSING),

	NOT_WRITABLE("Folder not writable at the start, then given to the process"),

	NOT_WRITABLE_OWN_XML("The same, application with its own `logback-spring.xml`"),

	INTERRUPTS("Logging threads interrupted at random");

	private final String title;

	private final @Nullable Figure decided;

	Fault(String title) {
		this(title, null);
	}

	Fault(String title, @Nullable Figure decided) {
		this.title = title;
		this.decided = decided;
	}

	String title() {
		return this.title;
	}

	/**
	 * Return the figure that the fault itself decides, whoever writes the file.
	 * @return a figure, or {@code null} where the fault decides none
	 */
	@Nullable Figure decided() {
		return this.decided;
	}

}
