package io.netraven.logging.file.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

import io.netraven.logging.file.WriteDiagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IoProblems}, with the messages of glibc.
 */
class IoProblemsTests {

	private static final String FILE = "/x/worker.log";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			No space left on device              | no space left        | df -i
			Disk quota exceeded                  | quota                | repquota
			Read-only file system                | read-only            | ':ro'
			File name too long                   | too long             | Shorten
			Too many open files                  | ulimit -n            | nofile
			Too many open files in system        | on this machine      | fs.file-max
			File too large                       | ulimit -f            | fsize
			No locks available                   | no locks             | lockd
			Text file busy                       | executed             | another file
			Stale file handle                    | does not know        | mount it again
			Input/output error                   | device               | dmesg
			No such device                       | is gone              | dmesg
			No such device or address            | is gone              | dmesg
			Transport endpoint is not connected  | program that serves  | fusermount
			Connection timed out                 | does not answer      | server
			Device or resource busy              | in use               | mount its folder
			Cannot allocate memory               | no memory            | memory.max
			Resource temporarily unavailable     | no resources         | pids.max
			""")
	void eachErrorHasItsOwnWords(String message, String reason, String remedy) {
		WriteDiagnosis diagnosis = IoProblems.of(FILE, new FileSystemException(FILE, null, message));
		assertThat(diagnosis.reason()).contains(FILE).containsIgnoringCase(reason);
		assertThat(diagnosis.remedy()).contains(remedy);
		assertThat(IoProblems.of(FILE, new FileNotFoundException(FILE + " (" + message + ")"))).isEqualTo(diagnosis);
		assertThat(IoProblems.of(FILE, new IOException(message.toUpperCase(Locale.ROOT)))).isEqualTo(diagnosis);
	}

	@Test
	void exceptionWithoutAReasonSaysItsKindAndNotItsPath() {
		assertThat(IoProblems.words(new NoSuchFileException(FILE))).isEqualTo("no such file");
		assertThat(IoProblems.words(new AccessDeniedException(FILE))).isEqualTo("access denied");
		assertThat(IoProblems.words(new FileSystemException(FILE))).isEqualTo("file system");
		assertThat(IoProblems.words(new FileNotFoundException(FILE))).isEqualTo("file not found");
		assertThat(IoProblems.words(new ClosedChannelException())).isEqualTo("closed channel");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void wordsOfTheSystemAreLearnt() {
		assertThat(SystemWords.NO_SPACE).isEqualTo("No space left on device");
		assertThat(SystemWords.NAME_TOO_LONG).isEqualTo("File name too long");
	}

	@Test
	void neitherPathNorExceptionBringsAControlCharacterIntoTheDiagnosis() {
		String path = "/x\n2026-11-22 INFO forged\u001b[2J\u0085\u2028\u202e";
		WriteDiagnosis diagnosis = IoProblems.of(path, new IOException(path));
		assertThat(diagnosis.reason() + diagnosis.remedy()).doesNotContainPattern("[\\p{Cc}\\p{Zl}\u202e]")
			.contains("forged");
	}

}
