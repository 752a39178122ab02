package io.github.postfixture.mail.message;

import io.github.postfixture.mime.AddressSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;

/**
 * Which mail is meant, in words that a failure can repeat. Addresses compare without regard to case, and the same
 * in every spelling: with or without quotes, and with a domain in Unicode or in ASCII. Immutable.
 *
 * <pre>{@code
 * mail.awaitMail(MailCriteria.recipient("alice@example.org").and(MailCriteria.subject("Welcome")));
 * }</pre>
 */
public final class MailCriteria implements Predicate<ReceivedMail> {

    private final List<Criterion> facts;

    private MailCriteria(List<Criterion> facts) {
        this.facts = facts;
    }

    /** Mean every mail. */
    public static MailCriteria any() {
        return new MailCriteria(List.of());
    }

    /** Mean mail with this address in its {@code From} header. */
    public static MailCriteria from(String address) {
        return named("From", ReceivedMail::from, address);
    }

    /** Mean mail with this address in its {@code To} header. */
    public static MailCriteria to(String address) {
        return named("To", ReceivedMail::to, address);
    }

    /** Mean mail with this address in its {@code Cc} header. */
    public static MailCriteria cc(String address) {
        return named("Cc", ReceivedMail::cc, address);
    }

    /** Mean mail that was handed over for this address, whatever its headers say; so also by {@code Bcc}. */
    public static MailCriteria recipient(String address) {
        return of(Criterion.of(
                        "for recipient " + address,
                        mail -> mail.envelope().recipients().stream().anyMatch(one -> AddressSpec.isSame(address, one)))
                .found(mail -> "for " + mail.envelope().recipients())
                .about(address));
    }

    /** Mean mail whose envelope names this sender (RFC 5321 {@code MAIL FROM}); empty for the null sender. */
    public static MailCriteria sender(String address) {
        return of(Criterion.of(
                        "from sender <" + address + ">",
                        mail -> AddressSpec.isSame(mail.envelope().sender(), address))
                .found(mail -> "from sender <" + mail.envelope().sender() + ">")
                .about(address));
    }

    /** Mean mail with exactly this subject, once decoded. */
    public static MailCriteria subject(String subject) {
        return subject(
                "with subject \"" + subject + "\"", mail -> mail.subject().equals(subject));
    }

    /** Mean mail whose decoded subject contains this. */
    public static MailCriteria subjectContaining(String part) {
        return subject(
                "with a subject containing \"" + part + "\"",
                mail -> mail.subject().contains(part));
    }

    /** Mean mail whose text, or the text of its HTML, contains this; runs of white space count as one space. */
    public static MailCriteria textContaining(String part) {
        String wanted = MessageText.normalised(part);
        return of(Criterion.of(
                        "with a text containing \"" + part + "\"",
                        mail -> MessageText.of(mail).stream().anyMatch(text -> text.contains(wanted)))
                .found(mail -> "text "
                        + MessageText.of(mail).stream().map(MessageText::quoted).toList()));
    }

    /** Mean mail with a header field of this name and decoded value. */
    public static MailCriteria header(String name, String value) {
        return of(Criterion.of(
                        "with header " + name + ": " + value,
                        mail -> mail.headers(name).contains(value))
                .found(mail -> "header " + name + " " + mail.headers(name)));
    }

    /** Mean mail with an attachment of this name. */
    public static MailCriteria attachment(String name) {
        return of(Criterion.of(
                        "with attachment " + name,
                        mail -> mail.attachments().stream()
                                .anyMatch(one -> one.name().equals(name)))
                .found(mail -> "attachments " + mail.attachments()));
    }

    /** Mean mail that came after this one. */
    public static MailCriteria after(ReceivedMail earlier) {
        return of(Criterion.of("after #" + earlier.number(), mail -> mail.number() > earlier.number())
                .found(mail -> "#" + mail.number()));
    }

    /** Mean mail whose last byte came after this moment. */
    public static MailCriteria after(Instant moment) {
        return of(Criterion.of("after " + moment, mail -> mail.receivedAt().isAfter(moment))
                .found(mail -> "received at " + mail.receivedAt()));
    }

    /** Mean mail for which the condition holds. */
    public static MailCriteria matching(String description, Predicate<? super ReceivedMail> condition) {
        return of(Criterion.of(description, condition));
    }

    /** Mean mail that meets all of these. */
    public static MailCriteria allOf(MailCriteria... criteria) {
        return new MailCriteria(
                Arrays.stream(criteria).flatMap(one -> one.facts.stream()).toList());
    }

    /** Mean mail that meets one of these or more. */
    public static MailCriteria anyOf(MailCriteria... criteria) {
        List<MailCriteria> all = List.copyOf(Arrays.asList(criteria));
        String description = all.stream().map(MailCriteria::toString).collect(Collectors.joining(" or "));
        return matching(description, mail -> all.stream().anyMatch(one -> one.test(mail)));
    }

    /** Mean mail that does not meet this. */
    public static MailCriteria not(MailCriteria criteria) {
        return matching("not " + criteria, mail -> !criteria.test(mail));
    }

    /** Mean mail that meets this and the other. */
    public MailCriteria and(MailCriteria other) {
        return allOf(this, other);
    }

    /** Return the same as a condition of AssertJ, for {@code is(..)}, {@code haveExactly(..)} and their like. */
    public Condition<ReceivedMail> condition() {
        return new Condition<>(this, "%s", "mail " + this);
    }

    @Override
    public boolean test(ReceivedMail mail) {
        return facts.stream().allMatch(fact -> fact.holds(mail));
    }

    /** Return the criteria in words, such as {@code from shop@example.org with subject "Welcome"}. */
    @Override
    public String toString() {
        return facts.stream().map(Criterion::description).collect(Collectors.joining(" "));
    }

    /** Return the first fact that a mail does not have. */
    @API(status = API.Status.INTERNAL)
    public Optional<Criterion> firstDifference(ReceivedMail mail) {
        return facts.stream().filter(fact -> !fact.holds(mail)).findFirst();
    }

    /** Return how many of the facts a mail has. */
    @API(status = API.Status.INTERNAL)
    public long agreement(ReceivedMail mail) {
        return facts.stream().filter(fact -> fact.holds(mail)).count();
    }

    /** Return the addresses that are wanted. */
    @API(status = API.Status.INTERNAL)
    public List<String> addresses() {
        return facts.stream().flatMap(fact -> fact.addresses().stream()).toList();
    }

    private static MailCriteria of(Criterion fact) {
        return new MailCriteria(List.of(fact));
    }

    private static MailCriteria subject(String description, Predicate<ReceivedMail> condition) {
        return of(Criterion.of(description, condition).found(mail -> "subject \"" + mail.subject() + "\""));
    }

    private static MailCriteria named(
            String header, Function<ReceivedMail, List<MailAddress>> addresses, String address) {
        Objects.requireNonNull(address, "address");
        return of(Criterion.of(
                        header.toLowerCase(Locale.ROOT) + " " + address,
                        mail -> addresses.apply(mail).stream()
                                .anyMatch(one -> AddressSpec.isSame(address, one.address())))
                .found(mail -> header + " " + addresses.apply(mail))
                .about(address));
    }
}
