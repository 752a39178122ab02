package io.github.postfixture.mail.smtp;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What is known of a client.
 *
 * @param peer its address
 * @param helo the name that it gave with {@code EHLO} or {@code HELO}
 * @param tls protocol and cipher suite, if the connection is encrypted
 * @param identity whom it authenticated as, if it did
 */
public record SmtpClient(InetSocketAddress peer, String helo, Optional<String> tls, Optional<String> identity) {}
