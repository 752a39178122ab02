package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What becomes of a message that was read whole. */
final class EndOfData {

    private static final SmtpReply ACCEPTED = SmtpReply.of(250, "2.0.0", "Message accepted");

    private final SmtpSession session;
    private final SmtpTransaction transaction;
    private final MessageData data;

    EndOfData(SmtpSession session, SmtpTransaction transaction, MessageData data) {
        this.session = session;
        this.transaction = transaction;
        this.data = data;
    }

    /** Store the message or refuse it, and return the reply; for LMTP the last of several (RFC 2033 section 4.2). */
    SmtpReply reply() throws IOException {
        SmtpReply reply = verdict();
        if (session.rules().follows(SmtpPolicy.SPEAK_LMTP)) {
            List<SmtpRecipient> others =
                    transaction.recipients().subList(1, transaction.recipients().size());
            others.forEach(other -> session.reply("message", reply));
        }
        return reply;
    }

    private SmtpReply verdict() throws IOException {
        session.messageRead();
        Optional<SmtpReply> refusal = refusal();
        if (refusal.isEmpty()) {
            refusal = session.disrupt("END_OF_DATA", "", OptionalLong.of(data.size()));
        }
        if (refusal.isEmpty()) {
            session.accept(message());
        }
        return refusal.orElse(ACCEPTED);
    }

    private Optional<SmtpReply> refusal() {
        SmtpRules rules = session.rules();
        if (data.size() > rules.most(SmtpLimit.MESSAGE_BYTES)) {
            return Optional.of(Parameters.tooLarge(rules).reply());
        }
        if (!hasRoomEverywhere()) {
            return Optional.of(SmtpReply.of(552, "5.2.2", "Mailbox full"));
        }
        return data.bareLineEnding() && !rules.follows(SmtpPolicy.ALLOW_BARE_LINE_ENDINGS)
                ? Optional.of(
                        SmtpReply.of(554, "5.6.0", "The message has a CR or LF on its own (RFC 5321 section 2.3.8)"))
                : Optional.empty();
    }

    private boolean hasRoomEverywhere() {
        return transaction.recipients().stream()
                .allMatch(recipient -> session.host().hasRoom(recipient.address(), data.size()));
    }

    private SmtpMessage message() {
        Instant now = Instant.now();
        return new SmtpMessage(
                session.client(),
                transaction.sender(),
                transaction.parameters(),
                List.copyOf(transaction.recipients()),
                traced(now),
                now,
                session.wire().transcript());
    }

    private Octets traced(Instant now) {
        return session.rules().follows(SmtpPolicy.ADD_TRACE_HEADERS)
                ? data.octets().behind(new TraceHeaders(session, transaction, now).encoded())
                : data.octets();
    }
}
