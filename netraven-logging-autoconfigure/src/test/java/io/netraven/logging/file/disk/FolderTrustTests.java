package io.netraven.logging.file.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.netraven.logging.file.disk.FileFacts.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FolderTrustTests {

	private static final int PROCESS = 1001;

	private static final int FOLDER_OWNER = 500;

	private static final int FOLDER_GROUP = 600;

	@ParameterizedTest
	@CsvSource({ "0755, 9999, 9999, true, true", "0775, 1001, 1, true, true", "0775, 0, 1, true, true",
			"0775, 500, 1, true, true", "0775, 9999, 600, true, false", "0775, 9999, 1, false, false",
			"0777, 9999, 600, false, false", "0777, 1001, 1, true, true", "0777, 0, 1, true, true",
			"0777, 500, 1, true, true", "01777, 9999, 600, false, false", "02775, 9999, 600, true, false",
			"0757, 9999, 600, false, false" })
	void ownerDecidesWhereOthersMayCreateFiles(String mode, int uid, int gid, boolean trusted, boolean followed) {
		FolderTrust trust = new FolderTrust(folder(FOLDER_OWNER, mode), PROCESS);
		FileFacts file = file(new Ownership(uid, gid, 0644));
		assertThat(trust.trusts(file)).isEqualTo(trusted);
		assertThat(trust.trustsOwnerOf(file)).as("a link").isEqualTo(followed);
	}

	@ParameterizedTest
	@CsvSource({ "0777, 0, every user may rename and delete files in its folder (mode 777)", "01777, 0,", "0775, 0,",
			"0755, 1001,", "0755, 500, 'its folder belongs to uid 500, who may rename and delete the files in it'" })
	void folderInWhichAStrangerCanDeleteIsWeak(String mode, int owner, @Nullable String weakness) {
		assertThat(new FolderTrust(folder(owner, mode), PROCESS).weakness()).isEqualTo(weakness);
	}

	@Test
	void everythingIsTrustedWhereOwnersAreNotKnown() {
		FileFacts strange = file(new Ownership(9999, 9999, 0666));
		assertThat(new FolderTrust(folder(FOLDER_OWNER, "0777"), null).trusts(strange)).isTrue();
		assertThat(new FolderTrust(null, PROCESS).trusts(strange)).isTrue();
		assertThat(new FolderTrust(folder(FOLDER_OWNER, "0777"), PROCESS).trusts(file(null))).isTrue();
	}

	@Test
	void userOfTheProcessIsTheOwnerOfNewFiles() throws Exception {
		Path file = Files.createTempFile("owner", null);
		assertThat(ProcessOwner.uid()).isEqualTo(Files.getAttribute(file, "unix:uid"));
		Files.delete(file);
	}

	private static Ownership folder(int uid, String mode) {
		return new Ownership(uid, FOLDER_GROUP, Integer.parseInt(mode, 8));
	}

	private static FileFacts file(@Nullable Ownership owner) {
		return new FileFacts("key", 0, Kind.REGULAR, Instant.EPOCH, 1, owner);
	}

}
