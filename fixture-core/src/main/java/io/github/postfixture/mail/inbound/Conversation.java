package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How mails refer to earlier ones (RFC 5322 section 3.6.4). */
final class Conversation {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern REPLY = Pattern.compile("(?i)re\\s*:.*");
    private static final Pattern FORWARD = Pattern.compile("(?i)(fwd?)\\s*:.*");

    private Conversation() {}

    static ComposedMail reply(MailSource original) {
        ComposedMail reply = InboundMail.from(answerer(original))
                .to(answered(original))
                .subject(prefixed("Re: ", REPLY, subject(original)));
        return referring(reply, original);
    }

    static ComposedMail forward(MailSource original) {
        ComposedMail forward = InboundMail.from(answerer(original))
                .subject(prefixed("Fwd: ", FORWARD, subject(original)))
                .text("")
                .attach("forwarded.eml", "message/rfc822", original.raw());
        return references(original)
                .map(ids -> forward.header("References", ids))
                .orElse(forward);
    }

    /** Return the mail with the references of an answer. */
    static ComposedMail referring(ComposedMail answer, MailSource original) {
        ComposedMail inReply = header(original, "Message-ID")
                .map(id -> answer.header("In-Reply-To", id))
                .orElse(answer);
        return references(original)
                .map(ids -> inReply.header("References", ids))
                .orElse(inReply);
    }

    /** Return who answers: the one whom the message was for. */
    static String answerer(MailSource original) {
        return original.recipients().stream()
                .filter(Conversation::isAddress)
                .findFirst()
                .orElse("somebody@example.org");
    }

    /** Return whom an answer is for; nobody if the message does not say. */
    static String answered(MailSource original) {
        return addresses(original, "Reply-To")
                .or(() -> addresses(original, "From"))
                .orElseGet(() -> returnPath(original));
    }

    /** Return the address that a report about a message goes to; nobody if it is the null sender. */
    static String returnPath(MailSource original) {
        return isAddress(original.returnPath()) ? original.returnPath() : "";
    }

    /** Return the addresses in a field, if there are some that can be written to; names may hold a comma. */
    static Optional<String> addresses(MailSource original, String field) {
        String read = Message.of(Octets.of(original.raw())).header().addresses(field).stream()
                .filter(address -> address.kind() == Address.Kind.MAILBOX)
                .map(Conversation::written)
                .filter(Conversation::isAddress)
                .collect(Collectors.joining(", "));
        return Optional.of(read)
                .filter(Conversation::isAddress)
                .or(() -> header(original, field).filter(Conversation::isAddress));
    }

    private static String written(Address address) {
        String name = oneLine(address.displayName()).replace("\\", "\\\\").replace("\"", "\\\"");
        return name.isEmpty() ? address.spec() : '"' + name + "\" <" + address.spec() + '>';
    }

    /** Return the subject of a message, whatever was smuggled into it. */
    static String subject(MailSource original) {
        return oneLine(original.subject());
    }

    /** Return the value of a field, whatever was smuggled into it. */
    static Optional<String> header(MailSource original, String name) {
        return original.header(name).map(Conversation::oneLine);
    }

    static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    private static boolean isAddress(String text) {
        try {
            ComposedField.of("To", text);
            return !text.isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> references(MailSource original) {
        Optional<String> earlier = header(original, "References").or(() -> header(original, "In-Reply-To"));
        Optional<String> id = header(original, "Message-ID");
        return id.isEmpty()
                ? earlier
                : id.map(last -> earlier.map(ids -> ids + " " + last).orElse(last));
    }

    private static String prefixed(String prefix, Pattern already, String subject) {
        return already.matcher(subject).matches() ? subject : prefix + subject;
    }
}
