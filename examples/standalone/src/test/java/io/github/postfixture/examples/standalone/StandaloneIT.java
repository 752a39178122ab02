package io.github.postfixture.examples.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, started from its jar as a user starts it, and curl as its client. */
@Tag("real-client")
class StandaloneIT {

    private static final String MESSAGE = "Subject: Hello\r\n\r\nbody\r\n";
    private static final String USER = "alice@example.org:secret";

    @TempDir
    private Path directory;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private Process process;

    @BeforeEach
    void start() throws IOException {
        Path www = Files.createDirectory(directory.resolve("www"));
        Files.writeString(www.resolve("index.html"), "<h1>Hello</h1>");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "postfixture-standalone.jar").toString(),
                        "--www",
                        www.toString(),
                        "--account",
                        USER,
                        "--state",
                        directory.resolve("state").toString())
                .redirectError(directory.resolve("events").toFile())
                .start();
        readAddresses();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void printsWhereItCanBeReached() {
        assertThat(addresses.keySet())
                .containsExactly(
                        "HOST",
                        "SMTP_PORT",
                        "SMTPS_PORT",
                        "IMAP_PORT",
                        "IMAPS_PORT",
                        "POP3_PORT",
                        "POP3S_PORT",
                        "HTTP_PORT",
                        "HTTPS_PORT",
                        "CA_FILE",
                        "READY");
    }

    @Test
    void takesAndGivesMailByEveryProtocol() throws IOException {
        Path mail = Files.writeString(directory.resolve("mail.eml"), MESSAGE);
        String[] send = {"--mail-from", "a@example.org", "--mail-rcpt", "alice@example.org", "-T", mail.toString()};
        curl("smtp", send);
        curl("smtp", with("--ssl-reqd", send));
        curl("smtps", send);

        assertThat(curl("imap/INBOX;MAILINDEX=1", "-u", USER)).isEqualTo(MESSAGE);
        assertThat(curl("imap/INBOX;MAILINDEX=2", "--ssl-reqd", "-u", USER)).isEqualTo(MESSAGE);
        assertThat(curl("imaps/INBOX;MAILINDEX=3", "-u", USER)).isEqualTo(MESSAGE);
        assertThat(curl("pop3/1", "-u", USER)).isEqualTo(MESSAGE);
        assertThat(curl("pop3/2", "--ssl-reqd", "-u", USER)).isEqualTo(MESSAGE);
        assertThat(curl("pop3s/3", "-u", USER)).isEqualTo(MESSAGE);
    }

    @Test
    void servesPagesByHttpAndHttps() {
        assertThat(curl("http/")).isEqualTo("<h1>Hello</h1>");
        assertThat(curl("https/index.html")).isEqualTo("<h1>Hello</h1>");
    }

    @Test
    void tellsItsEventsAndStopsWhenItsInputEnds() throws Exception {
        Path mail = Files.writeString(directory.resolve("mail.eml"), MESSAGE);
        curl("smtp", "--mail-from", "a@example.org", "--mail-rcpt", "alice@example.org", "-T", mail.toString());
        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("events"))
                .content()
                .contains("smtp   mail from a@example.org to [alice@example.org] with subject \"Hello\"");
        assertThat(directory.resolve("state/0001.eml")).hasContent(MESSAGE);
    }

    @Test
    void stopsOnSigterm() throws InterruptedException {
        process.toHandle().destroy();

        assertThat(process.waitFor()).isEqualTo(143);
    }

    private String curl(String place, String... arguments) {
        requireCurl();
        String scheme = place.split("/", 2)[0];
        String path = place.substring(scheme.length());
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "-m", "10", "--cacert"));
        command.add(addresses.get("CA_FILE"));
        command.add(scheme + "://" + addresses.get("HOST") + ":"
                + addresses.get(scheme.toUpperCase(Locale.ROOT) + "_PORT") + path);
        command.addAll(Arrays.asList(arguments));
        try {
            Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(curl.waitFor()).as("%s%n%s", command, output).isZero();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void readAddresses() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (!addresses.containsKey("READY")) {
            String[] pair = Objects.requireNonNull(output.readLine(), "The process ended early")
                    .split("=", 2);
            addresses.put(pair[0], pair[1]);
        }
    }

    private static String[] with(String option, String... options) {
        List<String> all = new ArrayList<>(List.of(option));
        all.addAll(Arrays.asList(options));
        return all.toArray(String[]::new);
    }

    private static void requireCurl() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "curl")));
        if (!installed && Objects.equals(System.getenv("POSTFIXTURE_REAL_CLIENTS"), "required")) {
            fail("curl is not installed");
        }
        assumeTrue(installed, "curl is not installed");
    }
}
