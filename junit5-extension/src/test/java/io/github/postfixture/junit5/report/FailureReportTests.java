package io.github.postfixture.junit5.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.net.transcript.Dialogue;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.timeline.ApplicationProblem;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FailureReportTests {

    @TempDir
    private Path directory;

    @Test
    void showsTheHtmlOfAMailWhereNothingRunsAndNothingLoads() throws Exception {
        try (MailServer mail = MailServer.start()) {
            send(mail, 1, "<p onclick=\"x()\">Hello</p><script>x()</script><img src='https://tracker.example/1.gif'>");
            new FailureReport(directory, mail.timeline()).write(TestOutcome.running("test"));
        }

        assertThat(directory.resolve("report.html"))
                .content()
                .contains("<iframe sandbox loading=\"lazy\"")
                .contains("default-src &#39;none&#39;; img-src data:")
                .contains("&lt;script&gt;x()&lt;/script&gt;")
                .doesNotContain("<script", "class=\"failure\"");
    }

    @Test
    void keepsThePageSmallWhateverAMailRepeats() throws IOException {
        String image =
                "\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <x>\r\n\r\n" + "x".repeat(150_000) + "\r\n--b--";
        String html = "--b\r\nContent-Type: text/html\r\n\r\n" + "<img src=\"cid:x\">".repeat(5_000);
        Timeline timeline = new Timeline();
        timeline.append(
                "smtp", ReceivedMail.parse("Content-Type: multipart/related; boundary=b\r\n\r\n" + html + image));
        new FailureReport(directory, timeline).write(TestOutcome.running("test"));

        assertThat(directory.resolve("report.html"))
                .content()
                .contains("data:image/png;base64,", "cid:x")
                .hasSizeLessThan(4_000_000);
    }

    @Test
    void showsTheFirstAndTheLastOfManyMailsAndLinksTheOthers() throws Exception {
        try (MailServer mail = MailServer.start()) {
            send(mail, 260, "<p>Hello</p>");
            new FailureReport(directory, mail.timeline()).write(TestOutcome.running("test"));
        }

        assertThat(directory.resolve("report.html"))
                .content()
                .contains("10 more are in the folder mails.")
                .contains(
                        "<a href=\"mails/51.eml\">mail from",
                        "<a href=\"#mails-50\">mail from",
                        "id=\"mails-61\"",
                        "id=\"mails-1\"")
                .doesNotContain("id=\"mails-51\"", "id=\"mails-60\"");
        assertThat(directory.resolve("mails")).isDirectoryContaining("glob:**/260.eml");
    }

    @Test
    void writesDialoguesOfReadersAsTheyGoOn() throws IOException {
        Timeline timeline = new Timeline();
        Transcript transcript = new Transcript();
        transcript.client("a1 NOOP");
        timeline.append("imap", new Dialogue(new InetSocketAddress("127.0.0.1", 4711), transcript));
        FailureReport report = new FailureReport(directory, timeline);
        report.writeFiles();
        transcript.server("a1 OK Done");
        report.write(TestOutcome.running("test"));

        assertThat(directory.resolve("dialogues/1.imap.txt")).hasContent("C: a1 NOOP\nS: a1 OK Done\n");
        assertThat(directory.resolve("timeline.txt")).content().endsWith("dialogue with 127.0.0.1:4711, 2 lines\n");
        assertThat(directory.resolve("report.html"))
                .content()
                .contains("<a href=\"#dialogues-1\">dialogue with 127.0.0.1:4711, 2 lines</a>", "id=\"dialogues-1\"");
    }

    @Test
    void showsWhatReadersSaidWithoutTheirPasswords() throws Exception {
        try (MailServer mail = MailServer.start()) {
            for (String protocol : List.of("imap", "pop3")) {
                try (Store store = Session.getInstance(new Properties()).getStore(protocol)) {
                    store.connect(
                            "127.0.0.1",
                            (protocol.equals("imap") ? mail.imap() : mail.pop3()).port(),
                            "alice@example.org",
                            "hush");
                    store.getFolder("INBOX").exists();
                }
            }
            new FailureReport(directory, mail.timeline()).write(TestOutcome.running("test"));
        }

        assertThat(directory.resolve("dialogues"))
                .isDirectoryContaining(file -> file.toString().endsWith("imap.txt"));
        assertThat(directory.resolve("dialogues"))
                .isDirectoryContaining(file -> file.toString().endsWith("pop3.txt"));
        assertThat(directory.resolve("report.html"))
                .content()
                .contains(" AUTHENTICATE PLAIN", "C: ****", "C: PASS ****", "S: +OK Logged in")
                .doesNotContain("hush", "AGFsaWNlQGV4YW1wbGUub3JnAGh1c2g");
    }

    @Test
    void masksWhatLogsInToAWebServerAndEscapesWhatCannotBeShown() throws Exception {
        try (WebServer web = WebServer.start()) {
            web.serve(
                    "/", Response.ok().withBody("\u001b[31mred\u202e").withHeader("Set-Cookie", "id=SECRET1; Path=/"));
            HttpRequest request = HttpRequest.newBuilder(web.uri("/"))
                    .header("Authorization", "SECRET2")
                    .header("Authorization", "AWS4-HMAC-SHA256 SignedHeaders=host;date, Signature=SECRET3")
                    .header("Cookie", "theme=SECRET4; id=SECRET5")
                    .header("X-Api-Key", "SECRET6")
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            web.awaitRequest();
            new FailureReport(directory, web.timeline()).write(TestOutcome.running("test"));
        }

        for (String file : List.of("report.html", "exchanges/1.txt")) {
            assertThat(directory.resolve(file))
                    .content()
                    .contains(
                            "id=***; Path=/",
                            "theme=***; id=***",
                            "thorization: ***",
                            "AWS4-HMAC-SHA256 ***",
                            "\\u001b[31mred\\u202e")
                    .doesNotContain("SECRET", "\u001b", "\u202e");
        }
    }

    @Test
    void showsAttemptsThatFailed() throws Exception {
        try (MailServer mail = MailServer.start()) {
            mail.failNext(SmtpStage.RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));
            assertThatThrownBy(() -> send(mail, 1, "Hello")).isInstanceOf(MessagingException.class);
            assertThat(mail.attempts()).hasSize(1);
            new FailureReport(directory, mail.timeline()).write(TestOutcome.running("test"));
        }

        assertThat(directory.resolve("report.html"))
                .content()
                .contains("S: 550 5.1.1 User unknown", "attempt #1 from &lt;shop@example.org&gt;");
    }

    @Test
    void goesOnWhereItLeftOff() throws IOException {
        Timeline timeline = new Timeline();
        FailureReport report = new FailureReport(directory, timeline);
        timeline.append("smtp", "one");
        report.writeFiles();
        timeline.append("smtp", "two");
        report.writeFiles();

        assertThat(Files.readAllLines(directory.resolve("timeline.txt"))).hasSize(2);
    }

    @Test
    @Timeout(60)
    void showsTheBeginningAndTheEndOfALongTimelineOnAPageOfReasonableSize() throws IOException {
        Timeline timeline = new Timeline();
        FailureReport report = new FailureReport(directory, timeline);
        for (int i = 0; i < 100_000; i++) {
            timeline.append("smtp", "event " + "x".repeat(i % 100) + "y".repeat(i % 77));
            if (i % 100 == 0) {
                report.writeFiles();
            }
        }
        timeline.append("smtp", "z".repeat(2_000_000));
        report.write(TestOutcome.running("test"));

        assertThat(Files.readAllLines(directory.resolve("timeline.txt"))).hasSize(100_001);
        assertThat(directory.resolve("report.html"))
                .content()
                .contains("<span class=\"what\">event </span>", "zz... (1999000 more)")
                .containsPattern("<li class=\"note\">\\(9500\\d events left out here\\); timeline.txt has them</li>")
                .hasSizeLessThan(3_000_000);
    }

    @Test
    void showsWhateverComesWithoutKnowingItsKind() throws IOException {
        Timeline timeline = new Timeline();
        timeline.append("caldav", new Change("Review <moved>"));
        timeline.append("caldav", new Change("Lunch"));
        new FailureReport(directory, timeline).write(TestOutcome.running("test"));

        assertThat(directory.resolve("changes/2.ics")).hasContent("SUMMARY:Lunch");
        assertThat(directory.resolve("report.html"))
                .content()
                .contains(
                        "<h2>Changes of calendars</h2>",
                        "<a href=\"#changes-1\">changed: Review &lt;moved&gt;</a>",
                        "<span class=\"label\">caldav</span> <span class=\"subject\">Review &lt;moved&gt;</span>",
                        "<b>before</b>");
    }

    @Test
    void showsProblemsOfTheApplication() throws IOException {
        Timeline timeline = new Timeline();
        timeline.append("app", new ApplicationProblem("thread \"mailer\" ended by java.lang.Error"));
        new FailureReport(directory, timeline).write(TestOutcome.running("test"));

        assertThat(directory.resolve("report.html"))
                .content()
                .contains(
                        "<li class=\"event trouble\">",
                        "<h2>Problems of the application</h2>",
                        "<a href=\"#problems-1\">thread &quot;mailer&quot; ended by java.lang.Error</a>");
        assertThat(directory.resolve("problems/1.txt")).hasContent("thread \"mailer\" ended by java.lang.Error\n");
    }

    @Test
    @Timeout(60)
    void goesOnWhileAFailedTestIsPaused() throws IOException {
        Timeline timeline = new Timeline();
        timeline.append("smtp", "before");
        TestOutcome outcome = new TestOutcome(
                "test", Optional.of(new AssertionError("no mail")), Optional.empty(), List.of("a stub was never used"));
        try (Recorder recorder = Recorder.start(new FailureReport(directory, timeline), timeline, outcome)) {
            timeline.append("smtp", "a mail that came late");
            assertThat(recorder.failure()).isEmpty();
        }

        assertThat(directory.resolve("report.html"))
                .content()
                .contains(">no mail<", "<li>a stub was never used</li>", ">a mail that came late<");
    }

    @Test
    void knowsNoCapability() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/postfixture/junit5/report"))) {
            assertThat(sources)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(
                            source -> assertThat(source)
                                    .content()
                                    .doesNotContainPattern(
                                            "import (static )?io\\.github\\.postfixture\\.(?!html|json|timeline|explanation|junit5)"));
        }
    }

    private record Change(String what) implements EventDetail {

        @Override
        public EventCard card(Event event) {
            return new ChangeCard(event.source(), what);
        }

        @Override
        public String toString() {
            return "changed: " + what;
        }
    }

    private record ChangeCard(String label, String title) implements EventCard {

        @Override
        public CardSection section() {
            return new CardSection("changes", "Changes of calendars");
        }

        @Override
        public List<Pane> panes(CardContext context) {
            return List.of(new Pane("Before", Markup.element("b").text("before")));
        }

        @Override
        public List<CardFile> files() {
            return List.of(CardFile.text(".ics", () -> "SUMMARY:" + title));
        }
    }

    private static void send(MailServer server, int count, String html) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
        message.setText(html, "utf-8", "html");
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(server.smtp().host(), server.smtp().port(), null, null);
            for (int i = 0; i < count; i++) {
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }
}
