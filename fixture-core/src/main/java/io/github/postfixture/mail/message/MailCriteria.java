package io.github.postfixture.mail.message;

import io.github.postfixture.await.Criteria;
import io.github.postfixture.await.Criterion;
import io.github.postfixture.mime.AddressSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final Criteria<ReceivedMail> criteria;
    private final List<String> addresses;

    private MailCriteria(Criteria<ReceivedMail> criteria, List<String> addresses) {
        this.criteria = criteria;
        this.addresses = addresses;
    }

    /** Mean every mail. */
    public static MailCriteria any() {
        return new MailCriteria(Criteria.any(), List.of());
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
        return of(
                "for recipient " + address,
                mail -> mail.envelope().recipients().stream().anyMatch(one -> AddressSpec.isSame(address, one)),
                mail -> "for " + mail.envelope().recipients(),
                address);
    }

    /** Mean mail whose envelope names this sender (RFC 5321 {@code MAIL FROM}); empty for the null sender. */
    public static MailCriteria sender(String address) {
        return of(
                "from sender <" + address + ">",
                mail -> AddressSpec.isSame(mail.envelope().sender(), address),
                mail -> "from sender <" + mail.envelope().sender() + ">",
                address);
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
        return of(
                "with a text containing \"" + part + "\"",
                mail -> MessageText.of(mail).stream().anyMatch(text -> text.contains(wanted)),
                mail -> "with the text "
                        + MessageText.of(mail).stream().map(MessageText::quoted).toList());
    }

    /** Mean mail with a header field of this name and decoded value. */
    public static MailCriteria header(String name, String value) {
        return of(
                "with header " + name + ": " + value,
                mail -> mail.headers(name).contains(value),
                mail -> (mail.headers(name).isEmpty() ? "without " : "with ")
                        + name
                        + (mail.headers(name).isEmpty() ? "" : ": " + String.join(", ", mail.headers(name))));
    }

    /** Mean mail with an attachment of this name. */
    public static MailCriteria attachment(String name) {
        return of(
                "with attachment " + name,
                mail -> mail.attachments().stream().anyMatch(one -> one.name().equals(name)),
                mail -> "with attachments " + mail.attachments());
    }

    /** Mean mail that came after this one. */
    public static MailCriteria after(ReceivedMail earlier) {
        return of(
                "after #" + earlier.number(),
                mail -> mail.number() > earlier.number(),
                mail -> "that is #" + mail.number());
    }

    /** Mean mail whose last byte came after this moment. */
    public static MailCriteria after(Instant moment) {
        return of(
                "after " + moment,
                mail -> mail.receivedAt().isAfter(moment),
                mail -> "that came at " + mail.receivedAt());
    }

    /** Mean mail for which the condition holds. */
    public static MailCriteria matching(String description, Predicate<? super ReceivedMail> condition) {
        return of(description, condition, ReceivedMail::toString);
    }

    /** Mean mail that meets all of these. */
    public static MailCriteria allOf(MailCriteria... criteria) {
        return new MailCriteria(
                Criteria.allOf(bare(criteria)),
                Arrays.stream(criteria).flatMap(one -> one.addresses.stream()).toList());
    }

    /** Mean mail that meets one of these or more. */
    public static MailCriteria anyOf(MailCriteria... criteria) {
        return new MailCriteria(Criteria.anyOf(Arrays.asList(criteria), ReceivedMail::toString), List.of());
    }

    /** Mean mail that does not meet this. */
    public static MailCriteria not(MailCriteria criteria) {
        return new MailCriteria(criteria.criteria.negated(ReceivedMail::toString), List.of());
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
        return criteria.test(mail);
    }

    /** Return the criteria in words, such as {@code from shop@example.org with subject "Welcome"}. */
    @Override
    public String toString() {
        return criteria.toString();
    }

    /**
     * Return them one by one.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Criteria<ReceivedMail> criteria() {
        return criteria;
    }

    /**
     * Return the addresses that are wanted.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public List<String> addresses() {
        return addresses;
    }

    private static List<Criteria<ReceivedMail>> bare(MailCriteria... criteria) {
        return Arrays.stream(criteria).map(MailCriteria::criteria).toList();
    }

    private static MailCriteria of(
            String description,
            Predicate<? super ReceivedMail> condition,
            Function<ReceivedMail, String> found,
            String... addresses) {
        return new MailCriteria(Criteria.of(Criterion.of(description, condition, found)), List.of(addresses));
    }

    private static MailCriteria subject(String description, Predicate<ReceivedMail> condition) {
        return of(description, condition, mail -> "with subject \"" + mail.subject() + "\"");
    }

    private static MailCriteria named(
            String header, Function<ReceivedMail, List<MailAddress>> addresses, String address) {
        Objects.requireNonNull(address, "address");
        return of(
                header.toLowerCase(Locale.ROOT) + " " + address,
                mail -> addresses.apply(mail).stream().anyMatch(one -> AddressSpec.isSame(address, one.address())),
                mail -> header.toLowerCase(Locale.ROOT) + " " + addresses.apply(mail),
                address);
    }
}
