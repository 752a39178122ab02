package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.protocol.SmtpLimit;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpPolicy;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.util.Optional;

/** The commands of a mail transaction (RFC 5321 section 3.3), {@code BDAT} (RFC 3030) among them. */
final class TransactionCommands {

    private TransactionCommands() {}

    static SmtpReply mail(SmtpSession session, String argument) throws SmtpRefusedException {
        require(
                session.client().hasGreeted(),
                session.options().follows(SmtpPolicy.SPEAK_LMTP) ? "Send LHLO first" : "Send EHLO or HELO first");
        require(session.transaction().isEmpty(), "A transaction is open already");
        checkPolicies(session);
        checkMessageLimits(session);
        PathArgument path = PathArgument.parse("MAIL", "FROM:", argument);
        EsmtpParameters.checkMail(session, path.parameters());
        SmtpTransaction transaction = new SmtpTransaction(path);
        if (!path.address().isEmpty()) {
            checkMailbox(session, path, transaction, "5.1.7");
        }
        session.begin(transaction);
        return SmtpReply.of(250, "2.1.0", "Sender OK");
    }

    static SmtpReply rcpt(SmtpSession session, String argument) throws SmtpRefusedException {
        SmtpTransaction transaction = openTransaction(session);
        PathArgument path = PathArgument.parse("RCPT", "TO:", argument);
        EsmtpParameters.checkRcpt(session, path.parameters());
        if (!path.address().equalsIgnoreCase("postmaster")) {
            checkMailbox(session, path, transaction, "5.1.3");
        }
        if (transaction.recipients().size() >= session.options().most(SmtpLimit.RECIPIENTS)) {
            throw new SmtpRefusedException(452, "4.5.3", "Too many recipients");
        }
        if (!session.host().hasRoom(path.address(), transaction.declaredSize())) {
            throw new SmtpRefusedException(452, "4.2.2", "Mailbox full");
        }
        transaction.recipients().add(new Addressee(path.address(), path.parameters()));
        return SmtpReply.of(250, "2.1.5", "Recipient OK");
    }

    static SmtpReply data(SmtpSession session, String argument) throws SmtpRefusedException, IOException {
        SmtpVerbs.requireNoArgument("DATA", argument);
        SmtpTransaction transaction = readyTransaction(session);
        require(!transaction.isChunked(), "Send the rest by BDAT, as the beginning");
        require(!transaction.has("BODY=BINARYMIME"), "Send a binary message by BDAT");
        session.wire().sayNow(SmtpReply.of(354, "", "End data with <CR><LF>.<CR><LF>"));
        MessageData data = session.wire().readMessage(session.options().most(SmtpLimit.MESSAGE_BYTES));
        session.endTransaction();
        return new EndOfData(session, transaction, data).reply();
    }

    static SmtpReply bdat(SmtpSession session, String argument) throws SmtpRefusedException, IOException {
        SmtpVerbs.requireOffered(session, "CHUNKING");
        Chunk chunk = Chunk.parse(argument);
        Optional<SmtpTransaction> open = session.transaction();
        if (open.isEmpty() || open.get().recipients().isEmpty()) {
            session.wire().skipChunk(chunk);
            throw new SmtpRefusedException(503, "5.5.1", open.isEmpty() ? "Send MAIL first" : "Send RCPT first");
        }
        return addChunk(session, open.get(), chunk);
    }

    private static SmtpReply addChunk(SmtpSession session, SmtpTransaction transaction, Chunk chunk)
            throws SmtpRefusedException, IOException {
        Octets.Collector chunks = transaction.chunks();
        if (chunk.size() > session.options().most(SmtpLimit.MESSAGE_BYTES) - chunks.length()) {
            session.wire().skipChunk(chunk);
            session.endTransaction();
            throw EsmtpParameters.tooLarge(session.options());
        }
        if (!session.wire().readChunk(chunk, chunks)) {
            session.endTransaction();
            throw EndOfData.beyondMemory();
        }
        if (!chunk.last()) {
            return SmtpReply.of(250, "2.0.0", chunk.size() + " bytes received");
        }
        session.endTransaction();
        return new EndOfData(session, transaction, new MessageData(chunks.collected(), chunks.length(), false, true))
                .reply();
    }

    private static void checkPolicies(SmtpSession session) throws SmtpRefusedException {
        SmtpOptions options = session.options();
        if (options.follows(SmtpPolicy.REQUIRE_TLS) && !session.wire().isEncrypted()) {
            throw new SmtpRefusedException(530, "5.7.0", "Must issue a STARTTLS command first");
        }
        if (options.follows(SmtpPolicy.REQUIRE_AUTHENTICATION)
                && session.client().identity().isEmpty()) {
            throw new SmtpRefusedException(530, "5.7.0", "Authentication required");
        }
    }

    private static void checkMessageLimits(SmtpSession session) throws SmtpRefusedException {
        if (session.transactions() >= session.options().most(SmtpLimit.MESSAGES_PER_CONNECTION)) {
            session.close();
            throw new SmtpRefusedException(421, "4.7.0", "Too many messages on one connection; connect again");
        }
        if (session.host().accepted() >= session.options().most(SmtpLimit.MESSAGES)) {
            throw new SmtpRefusedException(452, "4.3.1", "The server takes no more messages");
        }
    }

    private static SmtpTransaction openTransaction(SmtpSession session) throws SmtpRefusedException {
        return session.transaction().orElseThrow(() -> new SmtpRefusedException(503, "5.5.1", "Send MAIL first"));
    }

    private static SmtpTransaction readyTransaction(SmtpSession session) throws SmtpRefusedException {
        SmtpTransaction transaction = openTransaction(session);
        require(!transaction.recipients().isEmpty(), "Send RCPT first");
        return transaction;
    }

    private static void checkMailbox(
            SmtpSession session, PathArgument path, SmtpTransaction transaction, String enhanced)
            throws SmtpRefusedException {
        if (!path.isMailbox()
                && session.host().accounts().account(path.address()).isEmpty()) {
            throw new SmtpRefusedException(553, enhanced, "<" + path.address() + "> is not an address");
        }
        if (!path.isAscii() && !transaction.has("SMTPUTF8")) {
            throw new SmtpRefusedException(553, "5.6.7", "An address beyond ASCII needs SMTPUTF8");
        }
    }

    private static void require(boolean condition, String text) throws SmtpRefusedException {
        if (!condition) {
            throw new SmtpRefusedException(503, "5.5.1", text);
        }
    }
}
