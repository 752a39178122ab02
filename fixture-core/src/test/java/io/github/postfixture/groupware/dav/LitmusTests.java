package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The test suite of WebDAV servers. */
@Tag("real-client")
@Timeout(120)
class LitmusTests {

    @Test
    void passesEveryTestOfTheSuite(@TempDir Path folder) {
        RealClient litmus = RealClient.shell("litmus", "cd " + folder + " && litmus --keep-going \"$@\"");
        try (DavServer dav = DavServer.start()) {
            List<String> results = litmus.tryRun(dav.uri("/files/ada@example.org/"), "ada@example.org", "secret")
                    .output()
                    .lines()
                    .toList();

            assertThat(results)
                    .filteredOn(line -> line.contains("WARNING") || line.contains("FAIL"))
                    .isEmpty();
            assertThat(results).filteredOn(line -> line.endsWith("pass")).hasSize(104);
        }
    }
}
