package io.netraven.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the image is made of.
 */
@NeedsDocker
class WorkerImageIT {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	@Test
	void imageHoldsTheLibraryThatWasBuiltLast() throws IOException {
		try (JarFile jar = new JarFile(WorkerProcess.JAR.toFile()); WorkerContainer worker = new WorkerContainer()) {
			ZipEntry library = jar.stream()
				.filter((entry) -> entry.getName().startsWith(LIBRARIES + "netraven-logging-autoconfigure"))
				.findFirst()
				.orElseThrow();
			worker.start();
			String path = "/application/lib/" + library.getName().substring(LIBRARIES.length());
			byte[] inImage = worker.copyFileFromContainer(path, InputStream::readAllBytes);
			assertThat(inImage).isEqualTo(jar.getInputStream(library).readAllBytes());
		}
	}

	@Test
	void workerIsNotRoot() {
		try (WorkerContainer worker = new WorkerContainer()) {
			worker.start();
			assertThat(worker.shell("id -u; id -g")).isEqualToIgnoringNewLines("1000110001");
		}
	}

}
