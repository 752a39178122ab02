package io.github.postfixture.mail.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.InMemoryStore;
import io.github.postfixture.mail.MailServer;
import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AssertProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/** Clients that talk nonsense, always the same nonsense, to a server in a process of its own, and the clients after them. */
class FuzzTests {

    private static final String SEEDS = "12";

    @ParameterizedTest
    @EnumSource
    void leaveTheServerAliveAndQuiet(Nonsense nonsense, @TempDir Path home) throws Exception {
        Path errors = home.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        FuzzedServer.class.getName(),
                        nonsense.name(),
                        SEEDS)
                .redirectError(errors.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEqualToIgnoringNewLines("done");
        assertThat(Files.readString(errors)).isEmpty();
    }

    private static String classPath() {
        return Stream.of(
                        MailServer.class,
                        FuzzedServer.class,
                        AssertProvider.class,
                        InMemoryStore.class,
                        Session.class,
                        DataHandler.class,
                        LoggerFactory.class,
                        NOPServiceProvider.class)
                .map(FuzzTests::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
