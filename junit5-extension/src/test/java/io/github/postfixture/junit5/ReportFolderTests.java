package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTests {

    private static final String HERE = "io.github.postfixture.junit5.ReportFolderTests.";

    @TempDir
    private Path directory;

    @Test
    void isNamedAfterTheTypesOfParametersWhereANameOccursTwice() throws IOException {
        assertThat(reportsOf(OverloadedTestCase.class))
                .containsExactlyInAnyOrder(
                        "fails-MailServer", "fails-MailServer-WebServer-1", "fails-MailServer-WebServer-2", "alone");
    }

    @Test
    void isAnotherForNamesThatFileSystemsTakeForTheSame() throws IOException {
        assertThat(reportsOf(CapitalsTestCase.class))
                .hasSize(2)
                .extracting(
                        name -> name.substring(0, "fails-MailServer-".length()).toLowerCase(java.util.Locale.ROOT))
                .containsOnly("fails-mailserver-");
    }

    @Test
    void isAnotherForNamesThatBeginInTheSameWay() throws IOException {
        assertThat(reportsOf(LongNamesTestCase.class)).hasSize(2).allMatch(name -> name.length() < 255);
    }

    @Test
    void isNoDeviceOfWindows() throws IOException {
        assertThat(reportsOf(DeviceTestCase.class)).containsExactly("_con");
    }

    @Test
    void ofANestedClassStandsBesideThatOfTheClassAround() throws IOException {
        run(NestingTestCase.class);

        assertThat(directory.resolve(HERE + "NestingTestCase/fails/mails/1.eml"))
                .exists();
        assertThat(directory.resolve(HERE + "NestingTestCase.Inner/fails/mails/1.eml"))
                .exists();
    }

    @Test
    void isNamedByTheFailureOfItsTest() {
        assertThat(run(OverloadedTestCase.class)).allSatisfy(failure -> {
            String message = Objects.requireNonNull(failure.getSuppressed()[0].getMessage());
            Path page = Path.of(URI.create(message.substring(message.lastIndexOf(": ") + 2)));
            assertThat(page).content().contains(Objects.requireNonNull(failure.getMessage()));
        });
    }

    private List<Throwable> run(Class<?> testCase) {
        return Suite.failures(Suite.run(
                Map.of(
                        "postfixture.directory", directory.toString(),
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent"),
                testCase));
    }

    private List<String> reportsOf(Class<?> testCase) throws IOException {
        run(testCase);
        try (Stream<Path> folders = Files.list(directory.resolve(HERE + testCase.getSimpleName()))) {
            return folders.filter(folder -> Files.exists(folder.resolve("mails/1.eml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static void send(MailServer mail, String text) {
        Mails.send(mail, "alice@example.org", text);
        fail(text);
    }

    @WithMailServer
    @WithWebServer
    static final class OverloadedTestCase {

        @Test
        void fails(MailServer mail) {
            send(mail, "one");
        }

        @RepeatedTest(2)
        void fails(MailServer mail, WebServer web) {
            web.http();
            send(mail, "two");
        }

        @Test
        void alone(MailServer mail) {
            send(mail, "three");
        }
    }

    @WithMailServer
    static final class CapitalsTestCase {

        @Test
        void fails(MailServer mail) {
            send(mail, "small");
        }

        @Test
        void Fails(MailServer mail) {
            send(mail, "capital");
        }
    }

    @WithMailServer
    @SuppressWarnings("UnicodeInCode")
    static final class LongNamesTestCase {

        @Test
        void
                日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので一(
                        MailServer mail) {
            send(mail, "one");
        }

        @Test
        void
                日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので日本語の名前はとても長いので二(
                        MailServer mail) {
            send(mail, "two");
        }
    }

    @WithMailServer
    static final class DeviceTestCase {

        @Test
        void con(MailServer mail) {
            send(mail, "con");
        }
    }

    @WithMailServer
    static class NestingTestCase {

        @Test
        void fails(MailServer mail) {
            send(mail, "outer");
        }

        @Nested
        class Inner {

            @Test
            void fails(MailServer mail) {
                send(mail, "inner");
            }
        }
    }
}
