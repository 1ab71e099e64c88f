package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the application's logging comes from.
 */
public enum LoggingSetup {

	SPRING_BOOT("""
			"""),

	OWN_SPRING_XML("""
			<configuration>
				<include resource="org/springframework/boot/logging/logback/defaults.xml"/>
				<include resource="org/springframework/boot/logging/logback/console-appender.xml"/>
				<root level="INFO">
					<appender-ref ref="CONSOLE"/>
				</root>
			</configuration>
			"""),

	OWN_PLAIN_XML("""
			<configuration scan="true" scanPeriod="1 second">
				<appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender">
					<encoder>
						<pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %p [%t] %logger : %m%n</pattern>
					</encoder>
				</appender>
				<root level="INFO">
					<appender-ref ref="STDOUT"/>
				</root>
			</configuration>
			""");

	/**
	 * The INFO that the file is open comes from a thread of its own, so its place among
	 * the lines of others is left to chance.
	 */
	public static final String WITHOUT_OUR_INFO = "--logging.level.io.netraven.logging=warn";

	private final String xml;

	LoggingSetup(String xml) {
		this.xml = xml;
	}

	/**
	 * Return the arguments of an application with this set-up.
	 * @param folder gets the set-up's own file
	 * @param others more arguments
	 * @return all arguments
	 */
	public String[] arguments(Path folder, String... others) throws IOException {
		if (this.xml.isBlank()) {
			return others;
		}
		Path file = Files.writeString(folder.resolve("own.xml"), this.xml);
		return Stream.concat(Stream.of("--logging.config=" + file), Stream.of(others)).toArray(String[]::new);
	}

}
