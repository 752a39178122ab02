package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands of a mail transaction (RFC 5321 section 3.3), {@code BDAT} (RFC 3030) among them. */
final class Transfers {

    private Transfers() {}

    static SmtpReply mail(SmtpSession session, String argument) throws RefusedException {
        require(session.isGreeted(), "Send EHLO or HELO first");
        require(session.transaction().isEmpty(), "A transaction is open already");
        if (session.rules().authenticationRequired()
                && session.client().identity().isEmpty()) {
            throw new RefusedException(530, "5.7.0", "Authentication required");
        }
        PathArgument path = PathArgument.parse("MAIL", "FROM:", argument);
        Parameters.checkMail(session.rules(), path.parameters());
        SmtpTransaction transaction = new SmtpTransaction(path);
        if (!path.address().isEmpty()) {
            checkMailbox(path, transaction, "5.1.7");
        }
        session.begin(transaction);
        return SmtpReply.of(250, "2.1.0", "Sender OK");
    }

    static SmtpReply rcpt(SmtpSession session, String argument) throws RefusedException {
        SmtpTransaction transaction = openTransaction(session);
        PathArgument path = PathArgument.parse("RCPT", "TO:", argument);
        Parameters.checkRcpt(session.rules(), path.parameters());
        if (!path.address().equalsIgnoreCase("postmaster")) {
            checkMailbox(path, transaction, "5.1.3");
        }
        if (transaction.recipients().size() >= session.rules().mostRecipients()) {
            throw new RefusedException(452, "4.5.3", "Too many recipients");
        }
        transaction.recipients().add(new SmtpRecipient(path.address(), path.parameters()));
        return SmtpReply.of(250, "2.1.5", "Recipient OK");
    }

    static SmtpReply data(SmtpSession session, String argument) throws RefusedException, IOException {
        SmtpVerbs.requireNoArgument("DATA", argument);
        SmtpTransaction transaction = readyTransaction(session);
        require(!transaction.isChunked(), "Send the rest by BDAT, as the beginning");
        session.sayNow(SmtpReply.of(354, "", "End data with <CR><LF>.<CR><LF>"));
        MessageData data = session.readMessage();
        session.endTransaction();
        if (data.bareLineEnding() && !session.rules().bareLineEndingsAllowed()) {
            throw new RefusedException(554, "5.6.0", "The message has a CR or LF on its own (RFC 5321 section 2.3.8)");
        }
        return endOfData(session, transaction, data.octets(), data.size());
    }

    static SmtpReply bdat(SmtpSession session, String argument) throws RefusedException, IOException {
        SmtpVerbs.requireOffered(session, "CHUNKING");
        Chunk chunk = Chunk.parse(argument);
        Optional<SmtpTransaction> open = session.transaction();
        if (open.isEmpty() || open.get().recipients().isEmpty()) {
            session.input().skipBytes(chunk.size());
            throw new RefusedException(503, "5.5.1", open.isEmpty() ? "Send MAIL first" : "Send RCPT first");
        }
        return addChunk(session, open.get(), chunk);
    }

    private static SmtpReply addChunk(SmtpSession session, SmtpTransaction transaction, Chunk chunk)
            throws RefusedException, IOException {
        Octets.Collector chunks = transaction.chunks();
        if (chunks.length() + chunk.size() > session.rules().largestMessage()) {
            session.input().skipBytes(chunk.size());
            session.endTransaction();
            throw Parameters.tooLarge(session.rules());
        }
        session.input().readBytes(chunk.size(), chunks);
        session.transcript().client("(" + chunk.size() + " bytes)");
        if (!chunk.last()) {
            return SmtpReply.of(250, "2.0.0", chunk.size() + " bytes received");
        }
        session.endTransaction();
        return endOfData(session, transaction, chunks.collected(), chunks.length());
    }

    private static SmtpReply endOfData(SmtpSession session, SmtpTransaction transaction, Octets octets, long size)
            throws RefusedException, IOException {
        Optional<SmtpReply> scripted = session.disrupt("END_OF_DATA", "");
        if (scripted.isPresent()) {
            return scripted.get();
        }
        if (size > session.rules().largestMessage()) {
            throw Parameters.tooLarge(session.rules());
        }
        session.accept(new SmtpMessage(
                session.client(),
                transaction.sender(),
                transaction.parameters(),
                List.copyOf(transaction.recipients()),
                octets,
                Instant.now(),
                session.transcript()));
        return SmtpReply.of(250, "2.0.0", "Message accepted");
    }

    private static SmtpTransaction openTransaction(SmtpSession session) throws RefusedException {
        return session.transaction().orElseThrow(() -> new RefusedException(503, "5.5.1", "Send MAIL first"));
    }

    private static SmtpTransaction readyTransaction(SmtpSession session) throws RefusedException {
        SmtpTransaction transaction = openTransaction(session);
        require(!transaction.recipients().isEmpty(), "Send RCPT first");
        return transaction;
    }

    private static void checkMailbox(PathArgument path, SmtpTransaction transaction, String enhanced)
            throws RefusedException {
        if (!path.isMailbox()) {
            throw new RefusedException(553, enhanced, "<" + path.address() + "> is not an address");
        }
        if (!path.isAscii() && !transaction.allowsUtf8()) {
            throw new RefusedException(553, "5.6.7", "An address beyond ASCII needs SMTPUTF8");
        }
    }

    private static void require(boolean condition, String text) throws RefusedException {
        if (!condition) {
            throw new RefusedException(503, "5.5.1", text);
        }
    }
}
