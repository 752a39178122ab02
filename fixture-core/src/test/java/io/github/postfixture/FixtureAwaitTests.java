package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FixtureAwaitTests {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Postfixture host = Postfixture.start(
            MailServer.builder().timeout(Duration.ofSeconds(57)),
            WebServer.builder().timeout(SHORT));
    private final MailServer mail = host.mail();
    private final WebServer web = host.web();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void waitsForWhatMailBringsAbout() throws Exception {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(this::send);

        mail.await().untilAsserted(() -> assertThat(mail).hasMailCount(1));
        mail.await().alias("welcome").until(() -> mail.receivedMails(), mails -> !mails.isEmpty());

        sent.get();
    }

    @Test
    void waitsForWhatRequestsBringAbout() {
        web.serve("/", Response.text("hello"));
        CompletableFuture<?> opened = CompletableFuture.runAsync(() -> web.open("/"));

        web.await().atMost(Duration.ofSeconds(57)).until(() -> web.exchanges().size() == 1);

        opened.join();
    }

    @Test
    void waitsForWhatEitherBringsAbout() {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(this::send);

        host.await().until(() -> !mail.receivedMails().isEmpty());

        sent.join();
    }

    @Test
    void waitsForAConditionThatCausesEventsItself() {
        web.serve("/", Response.text("hello"));

        web.await().atMost(Duration.ofSeconds(57)).until(() -> {
            web.open("/");
            return web.exchanges().size() >= 10;
        });
    }

    @Test
    void isGivenTheTimeoutOfTheServer() {
        assertThat(mail.timeout()).isEqualTo(Duration.ofSeconds(57));
        assertThat(host.timeout()).isEqualTo(mail.timeout());
        failureOf(() -> web.await().until(() -> false))
                .withMessageContaining(" was not fulfilled within 20 milliseconds.");
    }

    @Test
    void saysThatNobodyConnected() {
        String smtp = mail.smtp().toString();

        failureOf(() -> mail.await().atMost(SHORT).until(() -> false))
                .withMessageEndingWith("\nThe servers saw nothing.\nNobody connected to " + smtp
                        + ": does the application under test use this host and port?");
        failureOf(() -> host.await().atMost(SHORT).until(() -> false))
                .withMessageEndingWith("\nThe servers saw nothing.\nNobody connected to " + smtp
                        + ": does the application under test use this host and port?\n"
                        + "Nobody connected, and nobody has asked where: give the application under test the host and"
                        + " port of http()");
    }

    @Test
    void saysThatSomebodyConnectedWhoAskedNothing() throws IOException {
        try (Socket client = new Socket(web.http().host(), web.http().port())) {
            client.getOutputStream().write('G');
            web.await()
                    .atMost(Duration.ofSeconds(57))
                    .until(() -> web.whoConnected().contains("Somebody"));

            failureOf(() -> web.await().until(() -> false))
                    .withMessageEndingWith(
                            "\nThe servers saw nothing.\nSomebody connected, but no whole request came.");
        }
    }

    @Test
    void saysWhatCame() {
        send();
        mail.awaitMail();

        failureOf(() -> mail.await()
                        .atMost(SHORT)
                        .untilAsserted(() -> assertThat(mail).hasMailCount(2)))
                .withMessageContaining("Expected the mail server to have 2 mails but 1 came.\nIt has:\n")
                .withMessageContaining(" within 20 milliseconds.\nWhat the servers saw:\n")
                .withMessageEndingWith("s  smtp   " + mail.receivedMails().get(0));
    }

    private void send() {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.deliver("Subject: Welcome", "shop@example.org", "alice@example.org");
            client.say("QUIT");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ThrowableAssertAlternative<AssertionError> failureOf(ThrowingCallable wait) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(wait);
    }
}
