package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.mail.html.MailHtml;
import io.github.postfixture.mime.MediaType;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.page.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on what a {@link ReceivedMail} says, in its text and its HTML together. What is only in one of them is at
 * {@link ReceivedMailAssert#text()} and {@link ReceivedMailAssert#html()}.
 */
public class MailBodyAssert extends AbstractExplainedAssert<MailBodyAssert, ReceivedMail> {

    MailBodyAssert(ReceivedMail actual) {
        super(actual, MailBodyAssert.class);
    }

    /** Verify that text and HTML say the same words, addresses of links aside, in whatever order and layout. */
    public MailBodyAssert hasTextAndHtmlThatAgree() {
        Set<String> text = PlainText.words(actual.text());
        Set<String> html = PlainText.words(actual.html().text());
        List<String> differences = new ArrayList<>();
        only(text, html).ifPresent(words -> differences.add("only the text says: " + words));
        only(html, text).ifPresent(words -> differences.add("only the HTML says: " + words));
        return verifyNothingWrong("text and HTML to say the same", differences);
    }

    /** Verify that text and HTML lead to the same addresses. */
    public MailBodyAssert hasSameLinksInTextAndHtml() {
        Set<String> text = targets(TextLinks.in(actual.text()).links());
        Set<String> html = targets(actual.html().links());
        List<String> differences = new ArrayList<>();
        text.stream()
                .filter(link -> !html.contains(link))
                .forEach(link -> differences.add("only in the text: " + link));
        html.stream()
                .filter(link -> !text.contains(link))
                .forEach(link -> differences.add("only in the HTML: " + link));
        return verifyNothingWrong("text and HTML to have the same links", differences);
    }

    /**
     * Verify that text and HTML, as far as there are any, declare this charset, and have no bytes that contradict it; without
     * a charset, US-ASCII is meant.
     */
    public MailBodyAssert hasCharset(String expected) {
        List<MimePart> parts = Stream.concat(
                        actual.message().bodyParts().text().stream(), actual.message().bodyParts().html().stream())
                .toList();
        Stream<String> others = parts.stream()
                .map(MimePart::declaredType)
                .filter(type -> !charset(type).equalsIgnoreCase(expected))
                .map(type -> type.name() + " declares " + charset(type));
        return verifyNothingWrong(
                "the charset " + expected,
                Stream.concat(others, CharsetNotes.notes(parts)).toList());
    }

    /** Verify that every link to a web page is {@code https}, in the text as in the HTML. */
    public MailBodyAssert hasHttpsLinksOnly() {
        return verifyNone(
                "https links only",
                links().filter(link -> "http".equalsIgnoreCase(link.uri().getScheme()))
                        .toList());
    }

    /** Verify that every {@code cid:} reference of the HTML names a part of the message (RFC 2392). */
    public MailBodyAssert hasImagesThatResolve() {
        return verifyNothingWrong(
                "a part for every cid: reference",
                ReferenceLint.dangling(actual).stream()
                        .map(id -> "no part is cid:" + id)
                        .toList());
    }

    /** Verify that every image of the HTML has an {@code alt} attribute. */
    public MailBodyAssert hasImagesWithAlt() {
        return verifyNone("an alt text for every image", markup().imagesWithoutAlt());
    }

    /** Verify that the HTML has no script, form, frame or handler of events, which mail readers refuse to run. */
    public MailBodyAssert hasNoActiveContent() {
        return verifyNone("no active content", markup().activeContent());
    }

    /** Verify that nothing is fetched from elsewhere when the HTML is read: no image, style, font or frame. */
    public MailBodyAssert hasNoRemoteContent() {
        return verifyNone("no remote content", markup().remoteContent());
    }

    /** Verify that the HTML has no image that is fetched from elsewhere and that nobody can see. */
    public MailBodyAssert hasNoTrackingPixels() {
        return verifyNone("no tracking pixels", markup().trackingPixels());
    }

    /**
     * Verify that no placeholder of a template was left, in subject, text, HTML or links: <code>{{name}}</code>,
     * <code>${name}</code>, <code>#{name}</code>, <code>{% if %}</code>, {@code <%= name %>}, {@code %s}, {@code %1$s},
     * {@code %(name)s}, {@code %.2f}, {@code [object Object]}, {@code NaN}.
     *
     * <p>{@code null} and {@code undefined} count where a value should stand: after a salutation ({@code Hello null,}), a
     * label ({@code Total: null}), or the name of a thing that has a number ({@code order null}), beside the sign of a
     * currency, in quotes or parentheses, twice in a row, alone in a line or a cell, in the path or query of a link, and at
     * the end of a paragraph without a full stop. In prose they do not: {@code null Euro}, {@code undefined behaviour}.
     */
    public MailBodyAssert hasNoPlaceholders() {
        return verifyNone("no unresolved placeholders", Placeholders.in(actual));
    }

    /** Verify that no line of the text is longer than so many characters. */
    public MailBodyAssert hasTextLinesAtMost(int length) {
        return verifyNothingWrong(
                "lines of at most " + length + " characters",
                actual.text()
                        .lines()
                        .filter(line -> line.length() > length)
                        .map(line -> MessageText.quoted(line) + " has " + line.length())
                        .toList());
    }

    /** Go on to the signature of the text: what stands after a line of two dashes and a space; empty if none does. */
    public AbstractStringAssert<?> signature() {
        return Assertions.assertThat(PlainText.signature(actual.text()))
                .as("signature of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to what the text quotes: its lines that begin with {@code >}, without that. */
    public AbstractStringAssert<?> quote() {
        return Assertions.assertThat(PlainText.quote(actual.text()))
                .as("quote in %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    private Stream<Link> links() {
        boolean both = actual.hasText() && actual.hasHtml();
        return Stream.concat(actual.links().stream(), TextLinks.in(both ? actual.text() : "").links().stream());
    }

    private static String charset(MediaType type) {
        return type.charset().orElse("us-ascii");
    }

    private MailHtml markup() {
        return MailHtml.of(actual.html().source());
    }

    private static Optional<String> only(Set<String> these, Set<String> those) {
        Set<String> words = new LinkedHashSet<>(these);
        words.removeAll(those);
        return words.isEmpty() ? Optional.empty() : Optional.of(MessageText.quoted(String.join(" ", words)));
    }

    private static Set<String> targets(List<Link> links) {
        Set<String> targets = new LinkedHashSet<>();
        links.stream()
                .map(Link::uri)
                .filter(target -> List.of("http", "https").contains(String.valueOf(target.getScheme())))
                .forEach(target -> targets.add(target.toString()));
        return targets;
    }
}
