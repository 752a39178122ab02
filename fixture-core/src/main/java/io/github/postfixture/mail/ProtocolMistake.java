package io.github.postfixture.mail;

import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.net.connection.FirstBytes;
import java.util.Optional;

/**
 * What a client took an endpoint for that it is not, as far as its first bytes show.
 *
 * @param did what the client did, such as {@code began TLS at once}
 * @param instead what the endpoint expects, such as {@code is plain text until STARTTLS}
 * @param remedy what to change in the application
 */
record ProtocolMistake(String did, String instead, String remedy) {

    private static final String TWO_ADDRESSES =
            "Does the application have two addresses the wrong way round? Mail goes to MailServer.smtp(), HTTP to"
                    + " WebServer.uri(..), readers to MailServer.imap() or pop3().";

    /** Return the mistake that the first bytes show at an endpoint of that protocol; none as long as there is none. */
    static Optional<ProtocolMistake> of(MailProtocol here, FirstBytes first) {
        if (first.areNone()) {
            return Optional.empty();
        }
        return here.isEncrypted() ? atEncrypted(here, first) : atPlain(here, first);
    }

    private static Optional<ProtocolMistake> atEncrypted(MailProtocol here, FirstBytes first) {
        return first.areText() ? Optional.of(plainAt(here, "sent plain text (" + first + ")")) : Optional.empty();
    }

    private static Optional<ProtocolMistake> atPlain(MailProtocol here, FirstBytes first) {
        if (first.areTls()) {
            return Optional.of(new ProtocolMistake(
                    "began TLS at once (" + first + ")",
                    "speaks plain text until " + upgrade(here),
                    "Use " + upgrade(here) + " in the application (no " + here.scheme() + "s:// URL, no mail."
                            + here.scheme() + ".ssl.enable), or give it MailServer." + here.scheme() + "s()."));
        }
        if (first.areHttp()) {
            return Optional.of(new ProtocolMistake(
                    "sent a request of HTTP (" + first + ")", "speaks " + here.name(), TWO_ADDRESSES));
        }
        return here.isForReaders() && first.areSmtp()
                ? Optional.of(new ProtocolMistake("spoke SMTP (" + first + ")", "speaks " + here.name(), TWO_ADDRESSES))
                : Optional.empty();
    }

    /** Return the mistake of a client that has sent nothing to an encrypted endpoint, where it has to speak first. */
    static ProtocolMistake silenceAt(MailProtocol here) {
        return plainAt(here, "sent nothing, as one that waits for a greeting in plain text");
    }

    private static ProtocolMistake plainAt(MailProtocol here, String did) {
        String plain = here.scheme().substring(0, here.scheme().length() - 1);
        return new ProtocolMistake(
                did,
                "wants TLS from the first byte",
                "Give the application MailServer." + plain + "(), which is plain text and offers " + upgrade(here)
                        + ", or let it begin with TLS (" + here.scheme() + "://, mail." + plain + ".ssl.enable=true).");
    }

    @Override
    public String toString() {
        return "the client " + did + ", but this endpoint " + instead;
    }

    private static String upgrade(MailProtocol here) {
        return here.name().startsWith("POP3") ? "STLS" : "STARTTLS";
    }
}
