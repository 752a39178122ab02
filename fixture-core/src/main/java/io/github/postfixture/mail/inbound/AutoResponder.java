package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.net.domain.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers what comes into a mailbox by itself, as a vacation responder or a mail server does. As RFC 3834 asks, it does
 * not answer automatic mail, nor mail from the null sender, unless it is told to. Immutable: every method returns a new
 * one.
 *
 * <pre>{@code
 * mailbox.answerBy(AutoResponder.outOfOffice(OutOfOffice.EXCHANGE));
 * mailbox.answerBy(AutoResponder.bounce().toMailFrom("example.org"));
 * }</pre>
 */
public final class AutoResponder {

    private static final List<String> LISTS = List.of("List-Id", "List-Unsubscribe");
    private static final List<String> MARKS = List.of("X-Autoreply", "X-Auto-Response-Suppress", "X-Autorespond");

    private final Function<MailSource, InboundMail> answer;
    private final Predicate<MailSource> meant;
    private final boolean polite;

    private AutoResponder(Function<MailSource, InboundMail> answer, Predicate<MailSource> meant, boolean polite) {
        this.answer = answer;
        this.meant = meant;
        this.polite = polite;
    }

    /** Answer by whatever the function makes of a mail. */
    public static AutoResponder answering(Function<MailSource, InboundMail> answer) {
        return new AutoResponder(answer, mail -> true, true);
    }

    /** Answer with this text, marked as RFC 3834 says: {@code Auto-Submitted: auto-replied}. */
    public static AutoResponder autoReply(String text) {
        return answering(mail -> InboundMail.replyTo(mail).text(text).header("Auto-Submitted", "auto-replied"));
    }

    /** Say that the owner of the mailbox is away, as one of the big mail systems does. */
    public static AutoResponder outOfOffice(OutOfOffice system) {
        return answering(system::to);
    }

    /** Say that there is no such mailbox: {@link Bounce#hard(Original)}. */
    public static AutoResponder bounce() {
        return answering(Bounce::hard);
    }

    /** Answer only mail whose sender has an address of this domain, in any spelling, or of one below it. */
    public AutoResponder toMailFrom(String domain) {
        String wanted = DomainName.toUnicode(domain);
        return new AutoResponder(answer, meant.and(mail -> isOf(mail.returnPath(), wanted)), polite);
    }

    /** Answer everything, automatic mail too: this is how mail loops come about. */
    public AutoResponder toEverything() {
        return new AutoResponder(answer, meant, false);
    }

    /** Return the answer to a mail, if it has one. */
    public Optional<InboundMail> answer(MailSource mail) {
        boolean due = meant.test(mail) && !(polite && isAutomatic(mail));
        return due ? Optional.of(answer.apply(mail)) : Optional.empty();
    }

    /**
     * Return whether a mail says that nobody wrote it by hand: by {@code Auto-Submitted} (RFC 3834), by the null sender,
     * as mail of a list, or by one of the older marks.
     */
    public static boolean isAutomatic(MailSource mail) {
        return mail.returnPath().isEmpty()
                || mail.header("Auto-Submitted").filter(value -> !isNo(value)).isPresent()
                || mail.header("Precedence").filter(AutoResponder::isMass).isPresent()
                || LISTS.stream().anyMatch(name -> mail.header(name).isPresent())
                || MARKS.stream().anyMatch(name -> mail.header(name).isPresent());
    }

    private static boolean isNo(String value) {
        return value.strip().equalsIgnoreCase("no");
    }

    private static boolean isMass(String precedence) {
        return precedence.strip().matches("(?i)bulk|junk|list|auto_reply");
    }

    private static boolean isOf(String address, String domain) {
        String actual = AddressSpec.of(address).domain();
        return actual.equals(domain) || actual.endsWith("." + domain);
    }
}
