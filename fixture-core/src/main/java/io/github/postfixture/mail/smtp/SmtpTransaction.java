package io.github.postfixture.mail.smtp;

import java.util.ArrayList;
import java.util.List;

/** A mail transaction (RFC 5321 section 3.3) from {@code MAIL} to the end of its data. */
final class SmtpTransaction {

    private final PathArgument sender;
    private final List<String> recipients = new ArrayList<>();

    SmtpTransaction(PathArgument sender) {
        this.sender = sender;
    }

    String sender() {
        return sender.address();
    }

    List<String> parameters() {
        return sender.parameters();
    }

    boolean allowsUtf8() {
        return parameters().stream().anyMatch("SMTPUTF8"::equalsIgnoreCase);
    }

    List<String> recipients() {
        return recipients;
    }
}
