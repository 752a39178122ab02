package io.github.postfixture.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which mail is meant, in words that a failure can repeat. Addresses compare without regard to case. Immutable.
 *
 * <pre>{@code
 * mail.awaitMail(MailCriteria.recipient("alice@example.org").and(MailCriteria.subject("Welcome")));
 * }</pre>
 */
public final class MailCriteria implements Predicate<ReceivedMail> {

    private final String description;
    private final Predicate<? super ReceivedMail> condition;

    private MailCriteria(String description, Predicate<? super ReceivedMail> condition) {
        this.description = description;
        this.condition = condition;
    }

    /** Mean every mail. */
    public static MailCriteria any() {
        return new MailCriteria("", mail -> true);
    }

    /** Mean mail with this address in its {@code From} header. */
    public static MailCriteria from(String address) {
        return new MailCriteria("from " + address, named(ReceivedMail::from, address));
    }

    /** Mean mail with this address in its {@code To} header. */
    public static MailCriteria to(String address) {
        return new MailCriteria("to " + address, named(ReceivedMail::to, address));
    }

    /** Mean mail that was handed over for this address, whatever its headers say; so also by {@code Bcc}. */
    public static MailCriteria recipient(String address) {
        return new MailCriteria(
                "for recipient " + address,
                mail -> mail.envelope().recipients().stream().anyMatch(address::equalsIgnoreCase));
    }

    /** Mean mail with exactly this subject, once decoded. */
    public static MailCriteria subject(String subject) {
        return new MailCriteria(
                "with subject \"" + subject + "\"", mail -> mail.subject().equals(subject));
    }

    /** Mean mail whose decoded subject contains this. */
    public static MailCriteria subjectContaining(String part) {
        return new MailCriteria(
                "with a subject containing \"" + part + "\"",
                mail -> mail.subject().contains(part));
    }

    /** Mean mail with a header field of this name and decoded value. */
    public static MailCriteria header(String name, String value) {
        return new MailCriteria(
                "with header " + name + ": " + value, mail -> mail.headers(name).contains(value));
    }

    /** Mean mail for which the condition holds. */
    public static MailCriteria matching(String description, Predicate<? super ReceivedMail> condition) {
        return new MailCriteria(description, condition);
    }

    /** Mean mail that meets all of these. */
    public static MailCriteria allOf(MailCriteria... criteria) {
        List<MailCriteria> all = List.copyOf(Arrays.asList(criteria));
        return new MailCriteria(joined(all, " "), mail -> all.stream().allMatch(one -> one.test(mail)));
    }

    /** Mean mail that meets one of these or more. */
    public static MailCriteria anyOf(MailCriteria... criteria) {
        List<MailCriteria> all = List.copyOf(Arrays.asList(criteria));
        return new MailCriteria(joined(all, " or "), mail -> all.stream().anyMatch(one -> one.test(mail)));
    }

    /** Mean mail that does not meet this. */
    public static MailCriteria not(MailCriteria criteria) {
        return new MailCriteria("not " + criteria, mail -> !criteria.test(mail));
    }

    /** Mean mail that meets this and the other. */
    public MailCriteria and(MailCriteria other) {
        return allOf(this, other);
    }

    @Override
    public boolean test(ReceivedMail mail) {
        return condition.test(mail);
    }

    /** Return the criteria in words, such as {@code from shop@example.org with subject "Welcome"}. */
    @Override
    public String toString() {
        return description;
    }

    private static Predicate<ReceivedMail> named(Function<ReceivedMail, List<MailAddress>> addresses, String address) {
        Objects.requireNonNull(address, "address");
        return mail -> addresses.apply(mail).stream().anyMatch(one -> address.equalsIgnoreCase(one.address()));
    }

    private static String joined(List<MailCriteria> criteria, String separator) {
        return criteria.stream().map(MailCriteria::toString).collect(Collectors.joining(separator));
    }
}
