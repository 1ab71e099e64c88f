package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The agents that are tried, with the configurations of the documentation.
 */
enum Agent {

	/**
	 * With both inputs.
	 */
	RSYSLOG("rsyslog.conf"),

	/**
	 * Without the input of the archives.
	 */
	RSYSLOG_LIVE("rsyslog.conf") {

		@Override
		AgentProcess start(Path folder, String configuration) throws IOException {
			int second = configuration.lastIndexOf("input(");
			int end = configuration.indexOf("\n\n", second);
			return super.start(folder, configuration.substring(0, second) + configuration.substring(end));
		}

	},

	SYSLOG_NG("syslog-ng.conf") {

		@Override
		AgentProcess start(Path folder, String configuration) throws IOException {
			return AgentProcess.syslogNg(folder, configuration);
		}

	};

	private static final Path DOCUMENTED = Path.of("../docs/shipping");

	private final String file;

	Agent(String file) {
		this.file = file;
	}

	/**
	 * Start the agent.
	 * @param folder its own folder
	 * @param logs the folder of the log files
	 * @param central the receiver
	 * @param names the pattern of the names of the live files
	 * @return the agent
	 */
	AgentProcess ship(Path folder, Path logs, Central central, String names) throws IOException {
		String configuration = documented(this.file, folder).replace("/var/log/netraven/worker.log", logs + "/" + names)
			.replace("\"central\"", "\"127.0.0.1\"")
			.replace("2514", String.valueOf(central.relpPort()))
			.replace("2601", String.valueOf(central.tcpPort()));
		return start(folder, configuration);
	}

	AgentProcess start(Path folder, String configuration) throws IOException {
		return AgentProcess.rsyslog(folder, configuration);
	}

	static String documented(String file, Path state) throws IOException {
		return Files.readString(DOCUMENTED.resolve(file)).replace("/var/spool/rsyslog", state.toString());
	}

}
