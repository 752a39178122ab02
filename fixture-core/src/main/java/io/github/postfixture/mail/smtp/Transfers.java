package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The commands of a mail transaction (RFC 5321 section 3.3). */
final class Transfers {

    private static final int MOST_RECIPIENTS = 1_000;

    private Transfers() {}

    static SmtpReply mail(SmtpSession session, String argument) throws RefusedException {
        require(session.isGreeted(), "Send EHLO or HELO first");
        require(session.transaction().isEmpty(), "A transaction is open already");
        PathArgument path = PathArgument.parse("MAIL", "FROM:", argument);
        for (String parameter : path.parameters()) {
            checkParameter(parameter, session.host().largestMessage());
        }
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
        if (!path.parameters().isEmpty()) {
            throw unknownParameter(path.parameters().get(0));
        }
        if (!path.address().equalsIgnoreCase("postmaster")) {
            checkMailbox(path, transaction, "5.1.3");
        }
        if (transaction.recipients().size() == MOST_RECIPIENTS) {
            throw new RefusedException(452, "4.5.3", "Too many recipients");
        }
        transaction.recipients().add(path.address());
        return SmtpReply.of(250, "2.1.5", "Recipient OK");
    }

    static SmtpReply data(SmtpSession session, String argument) throws RefusedException, IOException {
        SmtpVerbs.requireNoArgument("DATA", argument);
        SmtpTransaction transaction = openTransaction(session);
        require(!transaction.recipients().isEmpty(), "Send RCPT first");
        session.sayNow(SmtpReply.of(354, "", "End data with <CR><LF>.<CR><LF>"));
        MessageData data = session.readMessage();
        SmtpReply reply = endOfData(session, transaction, data);
        session.endTransaction();
        return reply;
    }

    private static SmtpReply endOfData(SmtpSession session, SmtpTransaction transaction, MessageData data)
            throws RefusedException, IOException {
        SmtpReply scripted = session.disrupt("END_OF_DATA", "").orElse(null);
        if (scripted != null) {
            return scripted;
        }
        if (data.size() > session.host().largestMessage()) {
            session.endTransaction();
            throw tooLarge(session.host().largestMessage());
        }
        session.accept(new SmtpMessage(
                session.client(),
                transaction.sender(),
                transaction.parameters(),
                List.copyOf(transaction.recipients()),
                data.octets(),
                Instant.now(),
                session.transcript()));
        return SmtpReply.of(250, "2.0.0", "Message accepted");
    }

    private static SmtpTransaction openTransaction(SmtpSession session) throws RefusedException {
        return session.transaction().orElseThrow(() -> new RefusedException(503, "5.5.1", "Send MAIL first"));
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

    private static void checkParameter(String parameter, long largestMessage) throws RefusedException {
        String name = parameter.split("=", 2)[0].toUpperCase(Locale.ROOT);
        String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
        switch (name) {
            case "SIZE" -> checkSize(value, largestMessage);
            case "BODY" -> checkBody(value);
            case "SMTPUTF8", "AUTH" -> {}
            default -> throw unknownParameter(parameter);
        }
    }

    private static void checkSize(String value, long largestMessage) throws RefusedException {
        if (!value.matches("\\d{1,20}")) {
            throw new RefusedException(501, "5.5.4", "SIZE must be a number of bytes");
        }
        if (value.length() > 18 || Long.parseLong(value) > largestMessage) {
            throw tooLarge(largestMessage);
        }
    }

    private static void checkBody(String value) throws RefusedException {
        if (!value.equalsIgnoreCase("7BIT") && !value.equalsIgnoreCase("8BITMIME")) {
            throw new RefusedException(501, "5.5.4", "BODY must be 7BIT or 8BITMIME");
        }
    }

    private static RefusedException unknownParameter(String parameter) {
        return new RefusedException(555, "5.5.4", "Unknown parameter " + parameter);
    }

    private static RefusedException tooLarge(long largestMessage) {
        return new RefusedException(552, "5.3.4", "A message may have " + largestMessage + " bytes at most");
    }

    private static void require(boolean condition, String text) throws RefusedException {
        if (!condition) {
            throw new RefusedException(503, "5.5.1", text);
        }
    }
}
