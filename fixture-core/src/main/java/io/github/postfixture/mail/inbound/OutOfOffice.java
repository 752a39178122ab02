package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.ComposedField;
import java.util.List;

/** How big mail systems say that somebody is away; each marks its answer in its own way, or does not. */
@SuppressWarnings("ImmutableEnumChecker")
public enum OutOfOffice {
    /** Exchange and Outlook: {@code Auto-Submitted: auto-generated} and {@code X-Auto-Response-Suppress}. */
    EXCHANGE(
            "Automatic reply: ",
            ComposedField.structured("Auto-Submitted", "auto-generated"),
            ComposedField.structured("X-Auto-Response-Suppress", "All"),
            ComposedField.structured("Return-Path", "<>")),
    /** Gmail: {@code Auto-Submitted: auto-replied}, {@code Precedence: bulk} and {@code X-Autoreply: yes}. */
    GMAIL(
            "Out of office Re: ",
            ComposedField.structured("Auto-Submitted", "auto-replied"),
            ComposedField.structured("Precedence", "bulk"),
            ComposedField.structured("X-Autoreply", "yes")),
    /** Servers with Sieve (RFC 5230): {@code Auto-Submitted: auto-replied (vacation)}. */
    SIEVE(
            "Auto: ",
            ComposedField.structured("Auto-Submitted", "auto-replied (vacation)"),
            ComposedField.structured("Return-Path", "<>")),
    /** A mail program that answers by itself and says so in the subject only. */
    UNMARKED("Out of office: ");

    private final String prefix;
    private final List<ComposedField> marks;

    OutOfOffice(String prefix, ComposedField... marks) {
        this.prefix = prefix;
        this.marks = List.of(marks);
    }

    /** Begin the answer to a message, from its first recipient; its text can be replaced. */
    public ComposedMail to(MailSource original) {
        ComposedMail answer = InboundMail.replyTo(original)
                .subject(prefix + Conversation.subject(original))
                .text("I am out of the office and cannot answer until I am back.\n");
        for (ComposedField mark : marks) {
            answer = answer.header(mark.name(), mark.value());
        }
        return answer;
    }
}
