package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mime.AddressSpec;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The commands of SMTP, IMAP or POP3 at which a fault is to strike; begin with {@link
 * io.github.postfixture.mail.MailServer#at(SmtpStage)}. Immutable: every method that narrows the place returns a new one, and
 * throws an {@link IllegalArgumentException} if nothing would be left of it.
 *
 * <pre>{@code
 * mail.at(RCPT).matching("bob@example.org").times(2, SmtpFault.reply(450, "4.2.1", "Try again"));
 * mail.atImap("FETCH").ofUser("alice@example.org").next(ConnectionFault.disconnectAfter(100));
 * }</pre>
 *
 * @param <F> the faults of the protocol
 */
public final class MailFaultPoint<F> implements FaultPoint<F> {

    private static final String GREETING = "CONNECT";
    private static final Set<String> WITH_A_SIZE = Set.of(SmtpStage.MAIL.name(), SmtpStage.END_OF_DATA.name());

    private final ProtocolFaults<F> faults;
    private final String command;
    private final String place;
    private final Predicate<Occasion> meant;

    private MailFaultPoint(ProtocolFaults<F> faults, String command, String place, Predicate<Occasion> meant) {
        this.faults = faults;
        this.command = command;
        this.place = place;
        this.meant = meant;
    }

    /**
     * Mean the commands of that stage.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static MailFaultPoint<SmtpFault> at(ProtocolFaults<SmtpFault> faults, SmtpStage stage) {
        return new MailFaultPoint<>(faults, stage.name(), stage.name(), stage::matches);
    }

    /**
     * Mean the commands of that name.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static <F> MailFaultPoint<F> at(ProtocolFaults<F> faults, FaultCommands commands, String command) {
        String name = commands.require(command);
        return new MailFaultPoint<>(faults, name, name.equals("*") ? "every command" : name, commands.meantBy(name));
    }

    /** Mean only commands whose argument contains this, without regard to case: an address, a domain, a folder. */
    public MailFaultPoint<F> matching(String part) {
        requireHope(!command.equals(GREETING), "matching(" + part + ")", "the client has said nothing yet");
        String wanted = part.toLowerCase(Locale.ROOT);
        return and(
                " matching " + part,
                occasion -> occasion.argument().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Mean only commands whose argument fulfils the condition, which the description says in words. */
    public MailFaultPoint<F> matching(String description, Predicate<String> condition) {
        return and(" " + description, occasion -> condition.test(occasion.argument()));
    }

    /** Mean only commands of this user, once logged in. */
    public MailFaultPoint<F> ofUser(String user) {
        requireHope(!command.equals(GREETING), "ofUser(" + user + ")", "nobody is logged in yet");
        return and(" of " + user, occasion -> AddressSpec.isSame(user, occasion.user()));
    }

    /**
     * Mean only messages of more than so many bytes: declared by {@code SIZE} at {@link SmtpStage#MAIL}, counted at
     * {@link SmtpStage#END_OF_DATA}.
     */
    public MailFaultPoint<F> largerThan(long bytes) {
        requireHope(
                WITH_A_SIZE.contains(command),
                "largerThan(" + bytes + ")",
                "only MAIL and END_OF_DATA of SMTP have a size");
        return and(
                " of more than " + bytes + " bytes", occasion -> occasion.size().orElse(0) > bytes);
    }

    /**
     * Mean only what happens while there are more than so many connections of this protocol; for {@code CONNECT}, which
     * counts the new one too. A client that has said goodbye counts no more.
     */
    public MailFaultPoint<F> beyondConnections(int count) {
        return and(" beyond " + count + " connections", occasion -> faults.connections() > count);
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    @Override
    public void strike(Occurrence occurrence, Fault<? super F> fault) {
        fault.requireEffectAt(command);
        faults.plan().add(meant, occurrence, fault, place);
    }

    private void requireHope(boolean hope, String condition, String reason) {
        if (!hope) {
            throw new IllegalArgumentException(
                    condition + " holds at no " + command + ", so the fault would never strike: " + reason);
        }
    }

    private MailFaultPoint<F> and(String words, Predicate<Occasion> condition) {
        return new MailFaultPoint<>(faults, command, place + words, meant.and(condition));
    }
}
