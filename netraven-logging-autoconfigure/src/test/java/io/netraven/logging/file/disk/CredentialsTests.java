package io.netraven.logging.file.disk;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Credentials}.
 */
class CredentialsTests {

	private static final String BOUND = "00000000a80425f9";

	@ParameterizedTest
	@CsvSource({ "10001, 0, 700, 7, u", "10001, 10001, 077, 0, u", "0, 10001, 750, 5, g", "0, 20, 070, 7, g",
			"0, 0, 751, 1, o", "0, 10001, 707, 0, g" })
	void oneClassOfPermissionsCounts(int uid, int gid, String mode, int rights, char who) {
		Credentials credentials = Credentials.parse(status("0000000000000000"));
		Ownership owner = new Ownership(uid, gid, Integer.parseInt(mode, 8));
		assertThat(credentials.rightsOn(owner)).isEqualTo(rights);
		assertThat(credentials.classOn(owner)).isEqualTo(who);
	}

	@Test
	void modesBindOnlyThoseWithoutTheCapability() {
		Ownership closed = new Ownership(0, 0, 0);
		assertThat(Credentials.parse(status(BOUND)).rightsOn(closed)).isEqualTo(0);
		assertThat(Credentials.parse(status("00000000a80425fb")).rightsOn(closed)).isEqualTo(7);
	}

	private static List<String> status(String capabilities) {
		return List.of("Name:\tjava", "Uid:\t0\t0\t0\t10001", "Gid:\t0\t0\t0\t10001", "Groups:\t20 44 ",
				"CapEff:\t" + capabilities);
	}

}
