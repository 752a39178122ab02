package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.Envelope.Addressee;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said while a message was handed over is kept, all of it, as it was said. */
class SmtpEnvelopeTests {

    private final MailServer mail = MailServer.start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = SmtpClientSocket.greeting(mail.smtp());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void whereTheClientCameFromAndItsName() throws IOException {
        client.say("EHLO [127.0.0.1]");

        Envelope envelope = delivered();
        assertThat(envelope.peer().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(envelope.peer().getPort()).isEqualTo(client.port());
        assertThat(envelope.helo()).isEqualTo("[127.0.0.1]");
    }

    @Test
    void versionAndCipherOfTls() throws IOException {
        client.say("STARTTLS");
        client.startTls();
        client.say("EHLO again.example");

        Envelope envelope = delivered();
        assertThat(envelope.tls()).get().asString().matches("TLSv1\\.3 TLS_[A-Z0-9_]+");
        assertThat(envelope.helo()).isEqualTo("again.example");
    }

    @Test
    void nothingOfTlsWithoutIt() throws IOException {
        assertThat(delivered().tls()).isEmpty();
    }

    @Test
    void whoLoggedInAndHow() throws IOException {
        client.say("AUTH LOGIN cmVsYXk=");
        client.say("c2VjcmV0");

        Envelope envelope = delivered();
        assertThat(envelope.identity()).contains("relay");
        assertThat(envelope.mechanism()).contains("LOGIN");
    }

    @Test
    void aLoginBeforeStartTlsIsForgotten() throws IOException {
        client.say("AUTH LOGIN cmVsYXk=");
        client.say("c2VjcmV0");
        client.say("STARTTLS");
        client.startTls();
        client.say("EHLO again.example");

        assertThat(delivered().identity()).isEmpty();
    }

    @Test
    void theParametersOfMailInOrderDuplicatesIncluded() throws IOException {
        client.say("MAIL FROM:<a@example.org> size=9 RET=HDRS BODY=8BITMIME SIZE=10 SMTPUTF8 ENVID=QQ+2B1 AUTH=<>");

        assertThat(finished().parameters())
                .containsExactly(
                        "size=9", "RET=HDRS", "BODY=8BITMIME", "SIZE=10", "SMTPUTF8", "ENVID=QQ+2B1", "AUTH=<>");
    }

    @Test
    void theParametersOfEachRcptInOrderDuplicatesIncluded() throws IOException {
        client.say("MAIL FROM:<>");
        client.say("RCPT TO:<B@Example.org> ORCPT=rfc822;x@example.org NOTIFY=SUCCESS,delay");
        client.say("RCPT TO:<B@Example.org>");
        client.say("RCPT TO:<B@Example.org> NOTIFY=NEVER NOTIFY=NEVER");

        Envelope envelope = finished();
        assertThat(envelope.sender()).isEmpty();
        assertThat(envelope.addressees())
                .containsExactly(
                        new Addressee("B@Example.org", List.of("ORCPT=rfc822;x@example.org", "NOTIFY=SUCCESS,delay")),
                        new Addressee("B@Example.org", List.of()),
                        new Addressee("B@Example.org", List.of("NOTIFY=NEVER", "NOTIFY=NEVER")),
                        new Addressee("b@example.org", List.of()));
    }

    @Test
    void anAddressWithoutItsSourceRoute() throws IOException {
        client.say("MAIL FROM:<@relay.example,@other.example:\"a b\"@[IPv6:::1]>");

        assertThat(finished().sender()).isEqualTo("\"a b\"@[IPv6:::1]");
    }

    private Envelope delivered() throws IOException {
        client.say("MAIL FROM:<a@example.org>");
        return finished();
    }

    private Envelope finished() throws IOException {
        client.say("RCPT TO:<b@example.org>");
        client.say("DATA");
        client.say(".");
        return mail.awaitMail().envelope();
    }
}
