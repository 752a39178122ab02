package io.github.postfixture.examples.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    @Test
    void areRead() {
        Options options = Options.parse(
                "--www", "site", "--account", "a@b:c:d", "--account", "e@f:", "--port", "SMTP=2525", "--state", "s");

        assertThat(options.www()).contains(Path.of("site"));
        assertThat(options.state()).contains(Path.of("s"));
        assertThat(options.accounts()).containsEntry("a@b", "c:d").containsEntry("e@f", "");
        assertThat(options.port("smtp")).isEqualTo(2525);
        assertThat(options.port("imap")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--www            | --www needs a value",
                "--foo bar        | Unknown option --foo",
                "--account alice  | --account alice must be ADDRESS:PASSWORD",
                "--port ftp=21    | --port ftp=21 must be NAME=N, such as smtp=2525",
            })
    void thatMakeNoSenseAreNamed(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(line.split(" ", -1)))
                .withMessage(message);
    }
}
