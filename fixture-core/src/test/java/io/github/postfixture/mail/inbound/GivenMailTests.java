package io.github.postfixture.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenMailTests {

    @Test
    void isWhatJakartaMailWritesAtThatMoment() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setSubject("Käse");
        message.setText("Zwölf");
        InboundMail mail = InboundMail.of(message);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        message.writeTo(written);
        message.setSubject("Brot");

        assertThat(mail.raw()).isEqualTo(written.toByteArray());
    }

    @Test
    void refusesAMessageThatCannotBeWritten() {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            public void writeTo(OutputStream output) throws IOException, MessagingException {
                throw new MessagingException("No content");
            }
        };

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> InboundMail.of(message))
                .withMessage("The message cannot be written: No content");
    }

    @Test
    void endsTheLinesOfATextWithCrLf() {
        InboundMail mail = InboundMail.raw("""
                Subject: Käse

                first
                second\r
                """);

        assertThat(mail.raw()).asString(StandardCharsets.UTF_8).isEqualTo("Subject: Käse\r\n\r\nfirst\r\nsecond\r\n");
    }
}
