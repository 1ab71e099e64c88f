package io.netraven.logging.file.concurrent;

/**
 * A daemon thread of the engine. Lines that it logs itself are left to the next writer,
 * so that it is never caught in a write of its own lines.
 */
public final class DaemonThread extends Thread {

	public DaemonThread(Runnable task, String name) {
		super(task, name);
		setDaemon(true);
		setContextClassLoader(DaemonThread.class.getClassLoader());
	}

	/**
	 * Starts a thread.
	 * @param task the task to run
	 * @param name the name of the thread
	 * @return the running thread
	 * @throws OutOfMemoryError if the operating system cannot create another thread
	 */
	public static Thread start(Runnable task, String name) {
		DaemonThread thread = new DaemonThread(task, name);
		thread.start();
		return thread;
	}

}
