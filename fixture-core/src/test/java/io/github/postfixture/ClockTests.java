package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.inbound.AbuseReport;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.ReadReceipt;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClockTests {

    private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

    private final MovedClock clock = new MovedClock();
    private final Postfixture host = Postfixture.builder().clock(clock).start();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void tellsWhenAMailWasReceived() throws IOException {
        send("Subject: x");
        clock.move(Duration.ofDays(1));
        send("Subject: y");

        assertThat(host.mail().awaitMail().receivedAt()).isEqualTo(NEW_YEAR);
        assertThat(host.mail().awaitMail().receivedAt()).isEqualTo(NEW_YEAR.plus(Duration.ofDays(1)));
        assertThat(host.mail().attempts().all().get(1).began()).isAfterOrEqualTo(NEW_YEAR);
    }

    @Test
    void tellsWhenAMailOfTheTestArrives() {
        Mailbox inbox = host.mail().mailbox("alice@example.org");
        clock.move(Duration.ofHours(1));

        DeliveredMail undated =
                inbox.deliver(InboundMail.from("bob@example.org").text("Hello"));
        DeliveredMail dated = inbox.deliver(InboundMail.from("bob@example.org").date(NEW_YEAR));

        assertThat(undated.receivedAt()).isEqualTo(NEW_YEAR.plus(Duration.ofHours(1)));
        assertThat(date(undated)).isEqualTo(NEW_YEAR.plus(Duration.ofHours(1)));
        assertThat(date(dated)).isEqualTo(NEW_YEAR);
    }

    @Test
    void datesReportsOfTheTest() {
        Mailbox inbox = host.mail().mailbox("alice@example.org");
        DeliveredMail mail = inbox.deliver(InboundMail.from("bob@example.org").to("alice@example.org"));

        assertThat(List.of(
                        date(inbox.deliver(Bounce.hard(mail))),
                        date(inbox.deliver(ReadReceipt.displayed(mail))),
                        date(inbox.deliver(AbuseReport.of(mail)))))
                .containsOnly(NEW_YEAR);
    }

    @Test
    void isThatOfReadersByImap() throws IOException, MessagingException {
        send("Subject: x");
        clock.move(Duration.ofDays(2));
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", host.mail().imap().port(), "alice@example.org", "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.appendMessages(new MimeMessage[] {text("y")});
            inbox.open(Folder.READ_ONLY);

            assertThat(inbox.getMessage(1).getReceivedDate()).isEqualTo(Date.from(NEW_YEAR));
            assertThat(inbox.getMessage(2).getReceivedDate()).isEqualTo(Date.from(NEW_YEAR.plus(Duration.ofDays(2))));
            assertThat(search(
                            (IMAPFolder) inbox, "YOUNGER " + Duration.ofDays(1).toSeconds()))
                    .contains("* SEARCH 2");
            inbox.close();
        }
    }

    @Test
    void tellsWhenARequestWasReceivedAndACookieExpires() {
        host.web().serve("/", Response.html("<a href='/next'>Next</a>").withHeader("Set-Cookie", "id=1; Max-Age=60"));
        host.web().serve("/next", Response.html("<a href='/next'>Next</a>"));

        Page next = host.web().open("/").link("Next").follow();
        clock.move(Duration.ofMinutes(2));
        next.link("Next").follow();

        assertThat(host.web().awaitRequest().at()).isEqualTo(NEW_YEAR);
        assertThat(host.web().awaitRequest()).hasHeader("Cookie", "id=1");
        assertThat(host.web().awaitRequest().request().header("Cookie")).isEmpty();
        assertThat(host.web().exchanges().get(2).at()).isEqualTo(NEW_YEAR.plus(Duration.ofMinutes(2)));
    }

    @Test
    void datesWhatTheWebServerAnswers() {
        WebServer web = WebServer.builder()
                .site(Site.of(Map.of("/style.css", "b{}")).withCacheControl(".*", "max-age=60"))
                .clock(clock)
                .start();
        try (web) {
            Page style = web.open("/style.css");

            assertThat(style).hasHeader("Date", "Tue, 01 Jan 2030 00:00:00 GMT");
            assertThat(style).hasHeader("Expires", "Tue, 01 Jan 2030 00:01:00 GMT");
        }
    }

    private static MimeMessage text(String text) throws MessagingException {
        MimeMessage message = new MimeMessage((Session) null);
        message.setText(text);
        return message;
    }

    private static Instant date(DeliveredMail mail) {
        return ReceivedMail.parse(mail.raw()).date().orElseThrow().toInstant();
    }

    private static List<String> search(IMAPFolder folder, String criteria) throws MessagingException {
        List<String> responses = new ArrayList<>();
        folder.doCommand(protocol -> {
            Arrays.stream(protocol.command("SEARCH " + criteria, null))
                    .map(Object::toString)
                    .forEach(responses::add);
            return responses;
        });
        return responses;
    }

    private void send(String message) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(host.mail().smtp())) {
            client.deliver(message, "bob@example.org", "alice@example.org");
            client.say("QUIT");
        }
    }

    private static final class MovedClock implements InstantSource {

        private volatile Instant now = NEW_YEAR;

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
