package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FullDiskTests {

    /** The shell lets no file grow beyond 4 KB, which ends a write as a full disk does. */
    private static final String WITHOUT_ROOM = "ulimit -f 8; exec \"$0\" \"$@\"";

    @Test
    void leavesTheFailureOfATestAndIsToldOncePerTest(@TempDir Path directory) throws Exception {
        List<String> said = run(directory);

        assertThat(said).filteredOn(line -> line.equals("on purpose")).hasSize(1);
        assertThat(said)
                .filteredOn(line -> line.contains("could not be written"))
                .satisfiesExactlyInAnyOrder(
                        failed -> assertThat(failed)
                                .startsWith("The whole report could not be written: java.io.IOException: "),
                        passed -> assertThat(passed)
                                .startsWith("WARNING: TwoTestCase: second(MailServer):"
                                        + " The whole report could not be written: java.io.IOException: "));
        assertThat(said).noneMatch(line -> line.contains("Exception in thread") || line.startsWith("\tat "));
    }

    private static List<String> run(Path directory) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        WITHOUT_ROOM,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunOnFullDisk.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
