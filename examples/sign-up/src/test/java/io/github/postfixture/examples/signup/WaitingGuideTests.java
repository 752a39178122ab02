package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guide on waiting shows. */
@WithMailServer
class WaitingGuideTests {

    private SignUp signUp;

    @BeforeEach
    void start(MailServer mail) throws MessagingException {
        signUp = new SignUp(mail.smtp().uri(), URI.create("https://shop.example/confirm"));
        signUp.register("bob@example.org");
    }

    @Test
    void waitsForTheApplication(MailServer mail) {
        CompletableFuture<Void> registration = CompletableFuture.runAsync(() -> register("alice@example.org"));

        mail.await().untilAsserted(() -> assertThat(registration).isCompleted());
        mail.await()
                .atMost(Duration.ofSeconds(20))
                .alias("two mails")
                .until(() -> mail.receivedMails().size() == 2);
    }

    private void register(String address) {
        try {
            signUp.register(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
