package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mime.AddressSpec;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Where a fault is to strike, and how often; begin with {@link io.github.postfixture.mail.MailServer#at(SmtpStage)}. Immutable: every method that
 * narrows the place returns a new one.
 *
 * <pre>{@code
 * mail.at(RCPT).matching("bob@example.org").times(2, SmtpFault.reply(450, "4.2.1", "Try again"));
 * mail.atImap("FETCH").next(ImapFault.disconnectAfter(100));
 * }</pre>
 *
 * @param <F> the faults that the protocol knows
 */
public final class FaultPoint<F> {

    private final ProtocolFaults<F> faults;
    private final String command;
    private final String place;
    private final Predicate<Occasion> meant;

    /** Mean the commands that are meant. */
    @API(status = API.Status.INTERNAL)
    public FaultPoint(ProtocolFaults<F> faults, String command, Predicate<Occasion> meant) {
        this(faults, command, command.equals("*") ? "every command" : command, meant);
    }

    private FaultPoint(ProtocolFaults<F> faults, String command, String place, Predicate<Occasion> meant) {
        this.faults = faults;
        this.command = command;
        this.place = place;
        this.meant = meant;
    }

    /** Mean the commands of that name. */
    @API(status = API.Status.INTERNAL)
    public static <F> FaultPoint<F> at(ProtocolFaults<F> faults, FaultCommands commands, String command) {
        String name = commands.require(command);
        return new FaultPoint<>(faults, name, commands.meantBy(name));
    }

    /** Mean only commands whose argument contains this, without regard to case: an address, a domain, a folder. */
    public FaultPoint<F> matching(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return and(
                " matching " + part,
                occasion -> occasion.argument().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Mean only commands whose argument fulfils the condition, which the description says in words. */
    public FaultPoint<F> matching(String description, Predicate<String> condition) {
        return and(" " + description, occasion -> condition.test(occasion.argument()));
    }

    /** Mean only commands of this user, once logged in. */
    public FaultPoint<F> ofUser(String user) {
        return and(" of " + user, occasion -> AddressSpec.isSame(user, occasion.user()));
    }

    /**
     * Mean only messages of more than so many bytes: declared by {@code SIZE} at {@link SmtpStage#MAIL}, counted at
     * {@link SmtpStage#END_OF_DATA}.
     */
    public FaultPoint<F> largerThan(long bytes) {
        return and(
                " of more than " + bytes + " bytes", occasion -> occasion.size().orElse(0) > bytes);
    }

    /**
     * Mean only what happens while there are more than so many connections of this protocol; for {@code CONNECT}, which
     * counts the new one too. A client that has said goodbye counts no more.
     */
    public FaultPoint<F> beyondConnections(int count) {
        return and(" beyond " + count + " connections", occasion -> faults.connections() > count);
    }

    /** Strike once, at the next such command. Several faults strike one after another, in their order. */
    public void next(F fault) {
        strike(Occurrence.next(), fault);
    }

    /** Strike at the next so many such commands. */
    public void times(int count, F fault) {
        strike(Occurrence.times(count), fault);
    }

    /** Strike at every such command, until {@link io.github.postfixture.mail.MailServer#clearFaults()}. */
    public void always(F fault) {
        strike(Occurrence.always(), fault);
    }

    /** Strike at every nth such command, until {@link io.github.postfixture.mail.MailServer#clearFaults()}. */
    public void every(int nth, F fault) {
        strike(Occurrence.every(nth), fault);
    }

    /** Strike at the first command with each argument, and spare its repetitions: greylisting. */
    public void firstTryOfEach(F fault) {
        Set<String> tried = ConcurrentHashMap.newKeySet();
        Predicate<Occasion> first = occasion -> tried.add(occasion.argument().toLowerCase(Locale.ROOT));
        faults.requireEffect(command, fault);
        faults.add(meant.and(first), Occurrence.always(), fault, place + ", first try of each");
    }

    /**
     * Strike at some commands and spare others, always the same for the same seed.
     *
     * @param probability how likely it strikes at each, from 0 to 1
     */
    public void randomly(long seed, double probability, F fault) {
        strike(Occurrence.randomly(seed, probability), fault);
    }

    /**
     * Strike as often as this says.
     *
     * @throws IllegalArgumentException if the fault has no effect at that command; so do all other methods
     */
    public void strike(Occurrence occurrence, F fault) {
        faults.requireEffect(command, fault);
        faults.add(meant, occurrence, fault, place);
    }

    private FaultPoint<F> and(String words, Predicate<Occasion> condition) {
        return new FaultPoint<>(faults, command, place + words, meant.and(condition));
    }
}
