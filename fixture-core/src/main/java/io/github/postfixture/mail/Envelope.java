package io.github.postfixture.mail;

import io.github.postfixture.mail.smtp.SmtpMessage;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What was said about a message while it was handed over (RFC 5321 section 2.3.1), whatever its headers claim.
 *
 * @param sender the address in {@code MAIL FROM}; empty for the null sender of a bounce
 * @param recipients the addresses in {@code RCPT TO}, in order, duplicates included
 * @param parameters the ESMTP parameters of {@code MAIL FROM}, as sent
 * @param helo the name that the client gave itself
 * @param peer where the client came from
 * @param tls protocol and cipher suite, if the connection was encrypted
 * @param identity whom the client authenticated as, if it did
 */
public record Envelope(
        String sender,
        List<String> recipients,
        List<String> parameters,
        String helo,
        InetSocketAddress peer,
        Optional<String> tls,
        Optional<String> identity) {

    static Envelope of(SmtpMessage message) {
        return new Envelope(
                message.sender(),
                message.recipients(),
                message.parameters(),
                message.client().helo(),
                message.client().peer(),
                message.client().tls(),
                message.client().identity());
    }
}
