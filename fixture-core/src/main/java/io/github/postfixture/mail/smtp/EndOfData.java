package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.protocol.SmtpLimit;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpPolicy;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
        return session.options().follows(SmtpPolicy.SPEAK_LMTP) ? replyToEach() : replyToAll();
    }

    private SmtpReply replyToAll() throws IOException {
        SmtpReply reply = verdict(transaction.recipients(), "");
        if (!reply.isRefusal()) {
            accept(transaction.recipients());
        }
        session.messageRead(reply);
        return reply;
    }

    private SmtpReply replyToEach() throws IOException {
        List<Addressee> accepted = new ArrayList<>();
        List<SmtpReply> replies = new ArrayList<>();
        for (Addressee recipient : transaction.recipients()) {
            SmtpReply reply = verdict(List.of(recipient), recipient.address());
            replies.add(reply);
            if (reply.isRefusal()) {
                session.refused(recipient);
            } else {
                accepted.add(recipient);
            }
        }
        if (!accepted.isEmpty()) {
            accept(accepted);
        }
        SmtpReply last = replies.remove(replies.size() - 1);
        replies.forEach(reply -> session.reply("message", reply));
        session.messageRead(accepted.isEmpty() ? last : ACCEPTED);
        return last;
    }

    /** Return the reply about some of the recipients: a refusal, a scripted one perhaps, or {@link #ACCEPTED}. */
    private SmtpReply verdict(List<Addressee> recipients, String argument) throws IOException {
        Optional<SmtpReply> refusal = refusal(recipients);
        if (refusal.isEmpty()) {
            refusal = session.scripted("END_OF_DATA", argument, OptionalLong.of(data.size()));
        }
        return refusal.orElse(ACCEPTED);
    }

    private Optional<SmtpReply> refusal(List<Addressee> recipients) {
        SmtpOptions options = session.options();
        if (data.size() > options.most(SmtpLimit.MESSAGE_BYTES)) {
            return Optional.of(EsmtpParameters.tooLarge(options).reply());
        }
        if (!data.held()) {
            return Optional.of(beyondMemory().reply());
        }
        if (!haveRoom(recipients)) {
            return Optional.of(SmtpReply.of(552, "5.2.2", "Mailbox full"));
        }
        return data.bareLineEnding() && !options.follows(SmtpPolicy.ALLOW_BARE_LINE_ENDINGS)
                ? Optional.of(
                        SmtpReply.of(554, "5.6.0", "The message has a CR or LF on its own (RFC 5321 section 2.3.8)"))
                : Optional.empty();
    }

    /** Return the refusal of a message that the memory of this JVM does not hold. */
    static SmtpRefusedException beyondMemory() {
        return new SmtpRefusedException(452, "4.3.1", "The memory of the server does not hold the message");
    }

    private boolean haveRoom(List<Addressee> recipients) {
        return recipients.stream().allMatch(recipient -> session.host().hasRoom(recipient.address(), data.size()));
    }

    private void accept(List<Addressee> recipients) {
        Instant now = session.host().clock().instant();
        session.accept(session.host()
                .accept(envelope(recipients), traced(now), now, session.wire().transcript()));
    }

    private Envelope envelope(List<Addressee> recipients) {
        return session.client().envelope(transaction.sender(), List.copyOf(recipients), transaction.parameters());
    }

    private Octets traced(Instant now) {
        return session.options().follows(SmtpPolicy.ADD_TRACE_HEADERS)
                ? data.octets().behind(new TraceHeaders(session, transaction, now).encoded())
                : data.octets();
    }
}
