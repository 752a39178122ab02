package io.github.postfixture.mail;

import io.github.postfixture.mail.invitation.CalendarPart;
import io.github.postfixture.mail.invitation.Invitation;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Link;
import io.github.postfixture.page.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person does with a mail: opens its files, follows its links, types its code, takes its invitation. */
public sealed interface Reading permits ReceivedMail {

    /** Return the parts that are files, in order. */
    List<Attachment> attachments();

    /**
     * Return the attachment of that name.
     *
     * @throws AssertionError if there is none; it lists the attachments
     */
    default Attachment attachment(String name) {
        return attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        mail().lacking("to have an attachment named:%n  %s".formatted(name), "but had", attachments()));
    }

    /** Return the links of the HTML body, or of the text body if there is no HTML. */
    default List<Link> links() {
        return page().links();
    }

    /**
     * Return the link with that text; in a message without HTML, the text of a link is its address.
     *
     * @throws AssertionError if there is no such link, or more than one with different targets; it lists the links
     */
    default Link link(String text) {
        return page().link(text);
    }

    /**
     * Return the one-time code that it asks its reader to type, without spaces and dashes: the only one in a sentence that
     * speaks of a code, or else the only number of four to eight digits.
     *
     * <p>Digits may stand in groups ({@code 123 456}) or each in a cell of its own, and capitals among them
     * ({@code A1B-2C3}). Addresses, dates, sums of money, telephone numbers, times such as 1440 minutes, and, in the
     * sentence that speaks of a code, numbers of orders, invoices, accounts and the like are no codes.
     *
     * @throws AssertionError if there is none, or more than one; it lists them
     */
    default String code() {
        return OneTimeCode.in(mail());
    }

    /**
     * Return the only text that matches, or its first group if the pattern has one.
     *
     * @throws AssertionError if there is none, or more than one; it lists them
     */
    default String code(Pattern pattern) {
        return OneTimeCode.in(mail(), pattern);
    }

    /**
     * Return the meeting that it invites to, answers or calls off, by its {@code text/calendar} part (RFC 6047), or else its
     * {@code application/ics} part.
     *
     * @throws AssertionError if there is no such part, or it holds no event
     * @throws IllegalStateException if biweekly is not on the class path
     */
    default Invitation invitation() {
        return Stream.of("text/calendar", "application/ics")
                .flatMap(type ->
                        attachments().stream().filter(part -> part.contentType().equals(type)))
                .findFirst()
                .map(part -> Invitation.of(new CalendarPart(
                        part.text(),
                        part.parameter("method"),
                        part.parameter("charset"),
                        mail().structure().contains(part.contentType(), "multipart/alternative"))))
                .orElseThrow(() -> mail().noBody("text/calendar"));
    }

    /**
     * Unsubscribe with one click, as a mail reader does: post to the web address in {@code List-Unsubscribe} (RFC 8058).
     *
     * @throws AssertionError if there is no such address
     */
    default Page unsubscribe() {
        return Unsubscribing.click(mail());
    }

    private ReceivedMail mail() {
        return (ReceivedMail) this;
    }

    private Html page() {
        return mail().hasHtml() || !mail().hasText() ? mail().html() : TextLinks.in(mail().text(), mail().walk());
    }
}
