package io.github.postfixture.mail.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a server that delivers puts before a message (RFC 5321 section 4.4). */
final class TraceHeaders {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final SmtpSession session;
    private final SmtpTransaction transaction;
    private final Instant receivedAt;

    TraceHeaders(SmtpSession session, SmtpTransaction transaction, Instant receivedAt) {
        this.session = session;
        this.transaction = transaction;
        this.receivedAt = receivedAt;
    }

    byte[] encoded() {
        SmtpClient client = session.client();
        String headers = "Return-Path: <" + transaction.sender() + ">\r\n"
                + "Received: from " + client.helo() + " ("
                + literal(client.peer().getAddress()) + ")\r\n"
                + "\tby " + session.options().name() + " with " + protocol()
                + client.tls().map(tls -> " (" + tls + ")").orElse("") + recipient() + ";\r\n"
                + "\t" + DATE.format(receivedAt) + "\r\n";
        return headers.getBytes(StandardCharsets.UTF_8);
    }

    /** Return the name of the protocol as RFC 3848 and RFC 6531 section 4.3 spell it. */
    private String protocol() {
        SmtpClient client = session.client();
        String secured =
                (client.tls().isPresent() ? "S" : "") + (client.identity().isPresent() ? "A" : "");
        boolean lmtp = client.greeting().equals("LHLO");
        if (transaction.has("SMTPUTF8")) {
            return "UTF8" + (lmtp ? "LMTP" : "SMTP") + secured;
        }
        return lmtp ? "LMTP" + secured : client.greeting().equals("HELO") ? "SMTP" : "ESMTP" + secured;
    }

    /** Name the recipient if there is no other, so that nobody learns of a blind copy. */
    private String recipient() {
        return transaction.recipients().size() == 1
                ? "\r\n\tfor <" + transaction.recipients().get(0).address() + ">"
                : "";
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet6Address
                ? "[IPv6:" + address.getHostAddress() + "]"
                : "[" + address.getHostAddress() + "]";
    }
}
