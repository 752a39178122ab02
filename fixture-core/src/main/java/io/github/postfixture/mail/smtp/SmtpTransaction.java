package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/** A mail transaction (RFC 5321 section 3.3) from {@code MAIL} to the end of its data. */
final class SmtpTransaction {

    private static final String SIZE = "SIZE=";

    private final PathArgument sender;
    private final List<Addressee> recipients = new ArrayList<>();
    private final Octets.Collector chunks = new Octets.Collector();
    private boolean chunked;

    SmtpTransaction(PathArgument sender) {
        this.sender = sender;
    }

    String sender() {
        return sender.address();
    }

    List<String> parameters() {
        return sender.parameters();
    }

    /** Return whether {@code MAIL} had this parameter, a keyword with or without a value. */
    boolean has(String parameter) {
        return parameters().stream().anyMatch(parameter::equalsIgnoreCase);
    }

    /** Return the size that {@code MAIL} declared; 0 if it declared none. */
    long declaredSize() {
        return parameters().stream()
                .filter(parameter -> parameter.regionMatches(true, 0, SIZE, 0, SIZE.length()))
                .mapToLong(parameter -> Long.parseLong(parameter.substring(SIZE.length())))
                .findFirst()
                .orElse(0);
    }

    List<Addressee> recipients() {
        return recipients;
    }

    /** Return the chunks that {@code BDAT} has brought so far. */
    Octets.Collector chunks() {
        chunked = true;
        return chunks;
    }

    /** Return whether {@code BDAT} has brought a chunk, and so must bring the rest. */
    boolean isChunked() {
        return chunked;
    }

    @Override
    public String toString() {
        return "a transaction from <" + sender() + ">";
    }
}
