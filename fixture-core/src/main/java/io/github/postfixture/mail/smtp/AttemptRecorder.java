package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.attempt.Attempt.Outcome;
import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.protocol.SmtpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notes what a client tries on one connection, attempt by attempt. */
final class AttemptRecorder {

    private static final Set<String> SMALL_TALK = Set.of("EHLO", "HELO", "LHLO", "NOOP", "HELP", "RSET", "QUIT");
    private static final Set<String> ENDS = Set.of("RSET", "QUIT");

    private final SmtpSession session;
    private final AtomicBoolean quit = new AtomicBoolean();
    private final List<Attempt.Recipient> recipients = new ArrayList<>();
    private Optional<SmtpReply> refusal = Optional.empty();
    private Optional<SmtpReply> decision = Optional.empty();
    private String sender = "";
    private Instant began;
    private long zero = System.nanoTime();
    private boolean serious;
    private boolean pipelined;
    private boolean secretInClear;

    AttemptRecorder(SmtpSession session) {
        this.session = session;
        began = session.host().clock().instant();
    }

    /** Note that a command came, before it is executed. */
    void command(CommandLine command, boolean sentAhead) {
        if (ENDS.contains(command.verb())
                || (command.verb().equals("MAIL") && session.transaction().isEmpty() && refusal.isPresent())) {
            giveUp();
        }
        serious |= !SMALL_TALK.contains(command.verb());
        pipelined |= sentAhead;
        quit.compareAndSet(false, command.verb().equals("QUIT"));
        if (command.holdsSecret()) {
            secretSent();
        }
    }

    /** Note that the client has sent a password, digest or token, whatever becomes of it. */
    void secretSent() {
        secretInClear |= !session.wire().isEncrypted();
    }

    /** Note that the present command decides about a message that was read whole. */
    void messageRead(SmtpReply reply) {
        decision = Optional.of(reply);
    }

    /** Note the reply to a command. */
    void reply(CommandLine command, SmtpReply reply) {
        if (decision.isPresent()) {
            conclude(decision.get().isRefusal() ? Outcome.REFUSED : Outcome.ACCEPTED, decision);
        } else {
            noteReply(command, reply);
        }
    }

    private void noteReply(CommandLine command, SmtpReply reply) {
        switch (command.verb()) {
            case "MAIL" -> sender = path(command);
            case "RCPT" -> recipients.add(new Attempt.Recipient(path(command), reply.isRefusal()));
            default -> {}
        }
        if (reply.isRefusal()) {
            refused(reply);
        }
    }

    /** Note that something was refused that was no command. */
    void refused(SmtpReply reply) {
        serious = true;
        refusal = refusal.or(() -> Optional.of(reply));
    }

    /** Note that a message was refused on behalf of a recipient that had been accepted. */
    void refused(String recipient) {
        recipients.replaceAll(
                noted -> noted.address().equals(recipient) ? new Attempt.Recipient(recipient, true) : noted);
    }

    /** Conclude what the end of the connection leaves in the middle. */
    void broken(boolean onPurpose) {
        boolean inTheMiddle = session.transaction().isPresent() || refusal.isEmpty();
        if (serious || onPurpose) {
            conclude(inTheMiddle ? Outcome.BROKEN : Outcome.REFUSED, refusal);
        }
    }

    /** Conclude what the client leaves in the middle, if it is anything. */
    void giveUp() {
        if (serious) {
            conclude(refusal.isPresent() ? Outcome.REFUSED : Outcome.ABANDONED, refusal);
        }
    }

    private void conclude(Outcome outcome, Optional<SmtpReply> reply) {
        session.attempted(new Attempt(
                session.client().envelope(sender, addressees(), List.of()),
                recipients,
                outcome,
                reply.map(SmtpReply::toString),
                began,
                Duration.ofNanos(System.nanoTime() - zero),
                new Attempt.Conduct(pipelined, secretInClear, quit::get),
                session.wire().transcript()));
        restart();
    }

    private List<Addressee> addressees() {
        return recipients.stream()
                .map(recipient -> new Addressee(recipient.address(), List.of()))
                .toList();
    }

    private void restart() {
        recipients.clear();
        refusal = Optional.empty();
        decision = Optional.empty();
        sender = "";
        began = session.host().clock().instant();
        zero = System.nanoTime();
        serious = false;
        pipelined = false;
        secretInClear = false;
    }

    private static String path(CommandLine command) {
        int begin = command.argument().indexOf('<');
        int end = command.argument().indexOf('>', begin);
        return begin >= 0 && end > begin ? command.argument().substring(begin + 1, end) : command.shownArgument();
    }
}
