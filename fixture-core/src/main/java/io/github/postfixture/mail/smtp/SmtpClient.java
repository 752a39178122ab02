package io.github.postfixture.mail.smtp;

import io.github.postfixture.net.Connection;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What is known of a client.
 *
 * @param peer its address
 * @param helo the name that it gave with {@code EHLO} or {@code HELO}
 * @param tls protocol and cipher suite, if the connection is encrypted
 * @param identity whom it authenticated as, if it did
 * @param mechanism how it authenticated, if it did
 */
public record SmtpClient(
        InetSocketAddress peer,
        String helo,
        Optional<String> tls,
        Optional<String> identity,
        Optional<String> mechanism) {

    static SmtpClient at(Connection connection) {
        Optional<String> tls = connection.tls().map(session -> session.getProtocol() + " " + session.getCipherSuite());
        return new SmtpClient(connection.peer(), "", tls, Optional.empty(), Optional.empty());
    }

    SmtpClient named(String name) {
        return new SmtpClient(peer, name, tls, identity, mechanism);
    }

    SmtpClient authenticated(String as, String by) {
        return new SmtpClient(peer, helo, tls, Optional.of(as), Optional.of(by));
    }
}
