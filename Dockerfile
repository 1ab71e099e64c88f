# Build the jar first: ./mvnw -DskipTests package
ARG BASE_IMAGE=eclipse-temurin:21-jre

FROM ${BASE_IMAGE} AS layers
WORKDIR /layers
COPY sample-worker/target/netraven-worker.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM ${BASE_IMAGE}
WORKDIR /application
RUN mkdir -p /var/log/netraven && chown 10001:10001 /var/log/netraven && chmod 0750 /var/log/netraven
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY sample-worker/src/main/docker/readiness ./
USER 10001:10001
EXPOSE 8080
# Readiness only: a full log disk must not get the container replaced
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
	CMD ["sh", "/application/readiness"]
ENTRYPOINT ["java", "-jar", "application.jar"]
