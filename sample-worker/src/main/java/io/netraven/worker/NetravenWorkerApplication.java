package io.netraven.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * The sample worker.
 */
@SpringBootApplication
@EnableConfigurationProperties(WorkerProperties.class)
public class NetravenWorkerApplication {

	public static void main(String[] args) {
		SpringApplication.run(NetravenWorkerApplication.class, args);
	}

}
