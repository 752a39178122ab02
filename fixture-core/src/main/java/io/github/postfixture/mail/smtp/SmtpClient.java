package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.net.connection.Connection;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a client.
 *
 * @param peer its address
 * @param greeting how it said hello: {@code EHLO}, {@code HELO} or {@code LHLO}; empty before
 * @param helo the name that it gave with that
 * @param tls protocol and cipher suite, if the connection is encrypted
 * @param identity whom it authenticated as, and how, if it did
 */
record SmtpClient(
        InetSocketAddress peer, String greeting, String helo, Optional<String> tls, Optional<SaslIdentity> identity) {

    static SmtpClient at(Connection connection) {
        Optional<String> tls = connection.tls().map(session -> session.getProtocol() + " " + session.getCipherSuite());
        return new SmtpClient(connection.peer(), "", "", tls, Optional.empty());
    }

    SmtpClient greeted(String by, String name) {
        return new SmtpClient(peer, by, name, tls, identity);
    }

    SmtpClient authenticated(SaslIdentity as) {
        return new SmtpClient(peer, greeting, helo, tls, Optional.of(as));
    }

    Envelope envelope(String sender, List<Addressee> recipients, List<String> parameters) {
        return new Envelope(
                sender,
                recipients,
                parameters,
                greeting.equals("LHLO") ? "lmtp" : "smtp",
                helo,
                peer,
                tls,
                identity.map(SaslIdentity::name),
                identity.map(as -> as.mechanism().keyword()));
    }

    boolean hasGreeted() {
        return !helo.isEmpty();
    }
}
