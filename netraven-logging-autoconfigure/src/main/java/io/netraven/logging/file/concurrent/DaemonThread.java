package io.netraven.logging.file.concurrent;

/**
 * A thread of the engine. It does not keep the JVM alive, and a line that it logs itself
 * is left to the next writer: it must not be caught in a write of its own words.
 *
 * @author NetRaven maintainers
 */
public final class DaemonThread extends Thread {

	private DaemonThread(Runnable task, String name) {
		super(task, name);
		setDaemon(true);
		setContextClassLoader(DaemonThread.class.getClassLoader());
	}

	/**
	 * Starts a thread.
	 * @param task what it does
	 * @param name its name
	 * @return the thread, running
	 * @throws OutOfMemoryError if the operating system has no thread left
	 */
	public static Thread start(Runnable task, String name) {
		DaemonThread thread = new DaemonThread(task, name);
		thread.start();
		return thread;
	}

}
