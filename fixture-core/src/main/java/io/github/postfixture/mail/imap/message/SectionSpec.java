package io.github.postfixture.mail.imap.message;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.imap.syntax.ImapString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which section of a message is wanted: what stands in the brackets of {@code BODY[..]} (RFC 3501 section 6.4.5).
 *
 * @param path the numbers of the parts, from the outermost; empty for the message itself
 * @param content what of it
 * @param names the header fields, as the client wrote them; empty if the content is none of these
 */
public record SectionSpec(List<Integer> path, Content content, List<String> names) {

    public SectionSpec {
        path = List.copyOf(path);
        names = List.copyOf(names);
    }

    /**
     * Read what stands in the brackets; field names may be atoms, quoted or literals.
     *
     * @throws BadSyntaxException if it is no section
     */
    public static SectionSpec parse(String text) throws BadSyntaxException {
        return new SectionParser(text).section();
    }

    /** Return whether it holds something of a body, and not only headers. */
    public boolean holdsBody() {
        return content == Content.ALL || content == Content.TEXT;
    }

    /** Return what stands in the brackets of the answer. */
    @Override
    public String toString() {
        String parts = path.stream().map(String::valueOf).collect(Collectors.joining("."));
        String dot = path.isEmpty() || content == Content.ALL ? "" : ".";
        return parts + dot + content.keyword + shownNames();
    }

    boolean wants(String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase) == (content == Content.HEADER_FIELDS);
    }

    private String shownNames() {
        return names.isEmpty()
                ? ""
                : names.stream().map(SectionSpec::shown).collect(Collectors.joining(" ", " (", ")"));
    }

    private static String shown(String name) {
        return name.matches("[!#$&'+\\-./0-9:;<=>?@A-Z^_`a-z|}~]+") ? name : ImapString.of(name);
    }

    /** What of a message, or of a part, a {@link SectionSpec} wants. */
    public enum Content {
        ALL(""),
        HEADER("HEADER"),
        HEADER_FIELDS("HEADER.FIELDS"),
        HEADER_FIELDS_NOT("HEADER.FIELDS.NOT"),
        TEXT("TEXT"),
        MIME("MIME");

        private final String keyword;

        Content(String keyword) {
            this.keyword = keyword;
        }

        static Optional<Content> of(String keyword) {
            String wanted = keyword.toUpperCase(Locale.ROOT);
            return List.of(values()).stream()
                    .filter(content -> content.keyword.equals(wanted))
                    .findFirst();
        }

        boolean isListed() {
            return this == HEADER_FIELDS || this == HEADER_FIELDS_NOT;
        }
    }
}
