package io.netraven.logging.file.disk;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RootCommand}, {@link Container} and {@link Mount}. The mounts are
 * copied from containers.
 */
class RootCommandTests {

	private static final String ID = "d720a87ab49d74d4c62d8e9bf35a5ce17de983dbaac1f80953ec4785a6c0e675";

	private static final Path LOGS = Path.of("/var/log/netraven");

	private static final Mount HOST = Mount.parse("27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard");

	private static final Mount OVERLAY = Mount
		.parse("72 48 0:39 / / rw,relatime master:2 - overlay overlay rw,lowerdir=/x");

	private static final Mount BOUND = Mount
		.parse("92 72 254:0 /srv/host\\040logs /var/log/netraven rw,relatime - ext4 /dev/vda rw,discard");

	@Test
	void onAHostItIsTheCommandAlone() {
		assertThat(remedy(Container.of(List.of(HOST), false, false), HOST)).isEqualTo("As root: chown");
	}

	@ParameterizedTest
	@CsvSource({ "/var/lib/docker/containers, docker", "/tmp/ci-docker/data/containers, docker",
			"/var/lib/containers/storage/overlay-containers, podman" })
	void inAContainerItBeginsWithTheEngine(String place, String engine) {
		Mount hostname = Mount
			.parse("90 72 254:0 %s/%s/hostname /etc/hostname rw,relatime - ext4 /dev/vda rw".formatted(place, ID));
		assertThat(remedy(Container.of(List.of(OVERLAY, hostname), false, false), BOUND))
			.isEqualTo("On the host it is /srv/host logs of /dev/vda, mounted at /var/log/netraven in this container. "
					+ "As root: %s exec -u root d720a87ab49d chown".formatted(engine));
	}

	@Test
	void inAContainerWithoutAKnownNameItSaysHowToGetIn() {
		assertThat(remedy(Container.of(List.of(OVERLAY), false, false), BOUND))
			.endsWith("As root, in the container (docker compose exec -u root SERVICE ...): chown");
		assertThat(Container.of(List.of(HOST), false, true)).isEqualTo(new Container(null, false));
	}

	@Test
	void inAPodItNamesTheGroupOfTheVolume() {
		assertThat(remedy(Container.of(List.of(OVERLAY), true, false), BOUND)).contains("securityContext.fsGroup")
			.endsWith("As root, in the container or on the node: chown");
	}

	@Test
	void whereNothingIsMountedItSaysSo() {
		assertThat(remedy(Container.of(List.of(OVERLAY), false, false), OVERLAY))
			.startsWith("Nothing is mounted at or above /var/log/netraven");
	}

	@Test
	void readOnlyMountIsToldFromAReadOnlyFileSystem() {
		Mount bound = Mount.parse("92 72 254:0 /x /logs ro,relatime - ext4 /dev/vda rw");
		Mount whole = Mount.parse("92 72 254:0 / /logs rw,relatime - ext4 /dev/vdb ro");
		assertThat(bound.isReadOnly()).isTrue();
		assertThat(bound.writableAgain()).isEqualTo("-o remount,bind,rw /logs");
		assertThat(whole.isReadOnly()).isTrue();
		assertThat(whole.writableAgain()).isEqualTo("-o remount,rw /logs");
		assertThat(HOST.isReadOnly()).isFalse();
	}

	private static String remedy(@Nullable Container container, Mount mount) {
		return RootCommand.on(LOGS, "chown", container, mount);
	}

}
