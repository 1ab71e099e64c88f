package io.netraven.logging.file;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever asks for the status of a file, or has it do something, makes no call to the
 * disk.
 */
class NoDiskCallTests {

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final Thread asking = Thread.currentThread();

	@TempDir
	Path folder;

	@Test
	void onlyTheThreadsOfTheWriterTouchTheDisk() {
		LogFileSettings settings = WriterRig.settings(this.folder, Delivery.ASYNC, Rotations.at(1_000_000));
		LogFileWriter writer = LogFileWriter.capture(settings, TestWriter.limits(settings), WriterRig::marker,
				WriterRig.DEAF, counted(new DiskOperations()));
		try {
			writer.open();
			writer.append(TestWriter.bytes("one"));
			writer.rotate();
			await().until(() -> writer.report().archives().size() == 1);
			writer.reopen();
			writer.pause();
			for (int i = 0; i < 1000; i++) {
				assertThat(writer.report().status().details()).isNotEmpty();
			}
			writer.resume();
		}
		finally {
			writer.close();
		}
		assertThat(this.calls).contains("another thread: open")
			.doesNotHaveDuplicates()
			.allMatch((call) -> call.startsWith("another thread: "));
	}

	private FileOperations counted(FileOperations disk) {
		return (FileOperations) Proxy.newProxyInstance(FileOperations.class.getClassLoader(),
				new Class<?>[] { FileOperations.class }, (proxy, method, arguments) -> {
					note(method.getName());
					try {
						return method.invoke(disk, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private synchronized void note(String method) {
		String call = ((Thread.currentThread() == this.asking) ? "the asking thread: " : "another thread: ") + method;
		if (!this.calls.contains(call)) {
			this.calls.add(call);
		}
	}

}
