package io.github.postfixture.mail.inbound;

import java.util.Optional;
import java.util.regex.Pattern;

/** How mails refer to earlier ones (RFC 5322 section 3.6.4). */
final class Conversation {

    private static final Pattern REPLY = Pattern.compile("(?i)re\\s*:.*");
    private static final Pattern FORWARD = Pattern.compile("(?i)(fwd?)\\s*:.*");

    private Conversation() {}

    static ComposedMail reply(Original original) {
        ComposedMail reply = InboundMail.from(answerer(original))
                .to(answered(original))
                .subject(prefixed("Re: ", REPLY, original.subject()));
        return referring(reply, original);
    }

    static ComposedMail forward(Original original) {
        ComposedMail forward = InboundMail.from(answerer(original))
                .subject(prefixed("Fwd: ", FORWARD, original.subject()))
                .text("")
                .attach("forwarded.eml", "message/rfc822", original.raw());
        return references(original)
                .map(ids -> forward.header("References", ids))
                .orElse(forward);
    }

    /** Return the mail with the references of an answer. */
    static ComposedMail referring(ComposedMail answer, Original original) {
        ComposedMail inReply = original.header("Message-ID")
                .map(id -> answer.header("In-Reply-To", id))
                .orElse(answer);
        return references(original)
                .map(ids -> inReply.header("References", ids))
                .orElse(inReply);
    }

    /** Return who answers: the one whom the message was for. */
    static String answerer(Original original) {
        return original.recipients().isEmpty()
                ? "somebody@example.org"
                : original.recipients().get(0);
    }

    /** Return whom an answer is for. */
    static String answered(Original original) {
        return original.header("Reply-To").or(() -> original.header("From")).orElseGet(original::returnPath);
    }

    private static Optional<String> references(Original original) {
        Optional<String> earlier = original.header("References").or(() -> original.header("In-Reply-To"));
        Optional<String> id = original.header("Message-ID");
        return id.isEmpty()
                ? earlier
                : id.map(last -> earlier.map(ids -> ids + " " + last).orElse(last));
    }

    private static String prefixed(String prefix, Pattern already, String subject) {
        return already.matcher(subject).matches() ? subject : prefix + subject;
    }
}
