package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of mail to other machines; a name below invalid leads nowhere (RFC 6761). */
class ForeignLinkTests {

    private static final String HTML =
            "Subject: Sale\nList-Unsubscribe: <http://shop.invalid/pay>\nContent-Type: text/html\n\n"
                    + "<a href='http://shop.invalid/pay'>Pay</a>";
    private static final String TEXT = "Subject: Sale\n\nPay at http://shop.invalid/pay";

    private static final String FORWARDED =
            "Subject: Fwd: Sale\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook\n--b\n"
                    + "Content-Type: message/rfc822\n\n" + HTML + "\n--b--\n";

    @AutoClose
    private MailServer mail = MailServer.start();

    @Test
    void areNotFollowed() throws Exception {
        assertIsRefused(() -> received(HTML).link("Pay").follow());
        assertIsRefused(() -> received(TEXT).link("http://shop.invalid/pay").follow());
        assertIsRefused(() -> received(HTML).html().link("Pay").follow());
        assertIsRefused(() -> received(HTML).unsubscribe());
        assertIsRefused(() -> forwarded().link("Pay").follow());
        assertIsRefused(() -> filed(HTML).link("Pay").follow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.invalid", "*.invalid"})
    void areFollowedIfTheServerAllowsThem(String host) throws Exception {
        mail.close();
        mail = MailServer.builder()
                .allowing("other.example")
                .allowing(host)
                .copy()
                .start();

        assertIsAskedFor(() -> received(HTML).link("Pay").follow());
        assertIsAskedFor(() -> received(TEXT).link("http://shop.invalid/pay").follow());
        assertIsAskedFor(() -> received(HTML).html().link("Pay").follow());
        assertIsAskedFor(() -> received(HTML).unsubscribe());
        assertIsAskedFor(() -> forwarded().link("Pay").follow());
        assertIsAskedFor(() -> filed(HTML).link("Pay").follow());
    }

    private ReceivedMail received(String message) throws Exception {
        Sender.send(mail, message, "alice@example.org");
        return mail.awaitMail();
    }

    private ReceivedMail forwarded() throws Exception {
        return received(FORWARDED).attachments().get(0).message();
    }

    private ReceivedMail filed(String message) throws Exception {
        received(message);
        return mail.mailbox("alice@example.org")
                .folders()
                .mailsIn("INBOX")
                .get(0)
                .mail();
    }

    private static void assertIsRefused(ThrowingCallable step) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(step)
                .withMessageStartingWith("Cannot open http://shop.invalid/pay: nothing leaves this machine");
    }

    private static void assertIsAskedFor(ThrowingCallable step) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(step)
                .withMessage("Cannot open http://shop.invalid/pay: unknown host");
    }
}
