package io.github.postfixture.mail.message;

import io.github.postfixture.mime.MimePart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the parts of a message lie in each other (RFC 2046), to be compared with what is expected.
 *
 * <pre>{@code
 * assertThat(mail).hasStructure(mixed(alternative(plain(), html()), part("application/pdf")));
 * }</pre>
 *
 * @param type the media type, in lower case
 * @param parts the parts of a multipart, in order; else none
 */
public record MailStructure(String type, List<MailStructure> parts) {

    private static final String MULTIPART = "multipart/";

    /** Copy the parts. */
    public MailStructure {
        parts = List.copyOf(parts);
    }

    static MailStructure of(MimePart part) {
        return new MailStructure(
                part.declaredType().name(),
                part.isMultipart()
                        ? part.parts().stream().map(MailStructure::of).toList()
                        : List.of());
    }

    /** Mean a multipart of a subtype, such as {@code report}. */
    public static MailStructure multipart(String subtype, MailStructure... parts) {
        return new MailStructure(MULTIPART + subtype, Arrays.asList(parts));
    }

    /** Mean {@code multipart/mixed}: parts one after the other. */
    public static MailStructure mixed(MailStructure... parts) {
        return multipart("mixed", parts);
    }

    /** Mean {@code multipart/alternative}: the same in several types, the best last. */
    public static MailStructure alternative(MailStructure... parts) {
        return multipart("alternative", parts);
    }

    /** Mean {@code multipart/related}: markup and its images. */
    public static MailStructure related(MailStructure... parts) {
        return multipart("related", parts);
    }

    /** Mean a part that is no multipart. */
    public static MailStructure part(String type) {
        return new MailStructure(type, List.of());
    }

    /** Mean {@code text/plain}. */
    public static MailStructure plain() {
        return part("text/plain");
    }

    /** Mean {@code text/html}. */
    public static MailStructure html() {
        return part("text/html");
    }

    /** Mean {@code image/png}. */
    public static MailStructure png() {
        return part("image/png");
    }

    /** Mean {@code application/pdf}. */
    public static MailStructure pdf() {
        return part("application/pdf");
    }

    /** Mean {@code text/calendar}. */
    public static MailStructure calendar() {
        return part("text/calendar");
    }

    /** Return whether a part of that type stands in a multipart of that type, at any depth. */
    boolean contains(String inner, String outer) {
        return parts.stream()
                .anyMatch(part -> (type.equals(outer) && part.type().equals(inner)) || part.contains(inner, outer));
    }

    /** Return it as an expression, such as {@code alternative(text/plain, related(text/html, image/png))}. */
    @Override
    public String toString() {
        return type.startsWith(MULTIPART)
                ? parts.stream()
                        .map(MailStructure::toString)
                        .collect(Collectors.joining(", ", type.substring(MULTIPART.length()) + "(", ")"))
                : type;
    }
}
