package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts processes of users without privileges. Needs root.
 */
final class Processes {

	private final Path folder;

	private final int group;

	private final String classPath;

	private final Map<Process, Path> output = new HashMap<>();

	/**
	 * Copies classes to where other users may read them.
	 * @param folder a folder that everybody may enter
	 * @param group a group to which all of them belong
	 */
	Processes(Path folder, int group) throws Exception {
		this.folder = folder;
		this.group = group;
		this.classPath = copyClasses(LogFileWriter.class, "engine") + ":" + copyClasses(Processes.class, "tests");
	}

	private String copyClasses(Class<?> origin, String name) throws Exception {
		Path source = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path target = this.folder.resolve(name);
		Volume.run("cp", "-r", source.toString(), target.toString());
		Volume.run("chmod", "-R", "a+rX", target.toString());
		return target.toString();
	}

	Process start(int user, Class<?> main, Path file) throws IOException {
		Path said = this.folder.resolve("said." + this.output.size());
		Process process = new ProcessBuilder(
				as(user, Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", this.classPath,
						main.getName(), file.toString()))
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		this.output.put(process, said);
		return process;
	}

	String said(Process process) throws IOException {
		return Files.readString(this.output.get(process));
	}

	/**
	 * Runs a shell script, which has to succeed.
	 * @param user the user
	 * @param folder where it is run
	 * @param script the script
	 */
	void run(int user, Path folder, String script) throws Exception {
		Volume.run(as(user, "sh", "-ec", "cd '" + folder + "'; " + script).toArray(String[]::new));
	}

	private List<String> as(int user, String... command) {
		List<String> all = new ArrayList<>(List.of("setpriv", "--reuid", String.valueOf(user), "--regid",
				String.valueOf(user), "--groups", String.valueOf(this.group)));
		all.addAll(List.of(command));
		return all;
	}

}
