package io.github.postfixture.mail.imap.message;

import io.github.postfixture.mail.imap.syntax.ImapString;
import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.MediaType;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.mime.ParameterizedValue;
import io.github.postfixture.octets.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The structure of a message as IMAP writes it (RFC 3501 section 7.4.2). */
final class StructureText {

    private final boolean extended;
    private final StringBuilder text = new StringBuilder();

    private StructureText(boolean extended) {
        this.extended = extended;
    }

    /** Return the structure; with the extension data of {@code BODYSTRUCTURE}, or without it as for {@code BODY}. */
    static String of(MimePart part, boolean extended) {
        StructureText structure = new StructureText(extended);
        structure.add(part);
        return structure.text.toString();
    }

    private void add(MimePart part) {
        text.append('(');
        if (part.isMultipart()) {
            addMultipart(part);
        } else {
            addSingle(part);
        }
        text.append(')');
    }

    private void addMultipart(MimePart part) {
        part.parts().forEach(this::add);
        text.append(' ').append(ImapString.of(part.type().subtype()));
        if (extended) {
            text.append(' ').append(parameters(part.type().parameters()));
            addExtension(part.header());
        }
    }

    private void addSingle(MimePart part) {
        Header header = part.header();
        text.append(ImapString.of(part.type().type()));
        addAll(
                ImapString.of(part.type().subtype()),
                parameters(shown(part.type())),
                ImapString.nilOr(header.value("Content-ID")),
                ImapString.nilOr(header.value("Content-Description")),
                ImapString.of(part.encoding()),
                String.valueOf(part.body().length()));
        addLines(part);
        if (extended) {
            addAll(ImapString.nilOr(header.value("Content-MD5")));
            addExtension(header);
        }
    }

    private void addLines(MimePart part) {
        if (part.isMessage()) {
            text.append(' ')
                    .append(EnvelopeText.of(part.parts().get(0).header()))
                    .append(' ');
            add(part.parts().get(0));
        }
        if (part.isMessage() || part.type().type().equals("text")) {
            addAll(String.valueOf(lines(part.body())));
        }
    }

    private void addExtension(Header header) {
        addAll(
                header.value("Content-Disposition")
                        .map(StructureText::disposition)
                        .orElse(ImapString.NIL),
                header.value("Content-Language").map(StructureText::languages).orElse(ImapString.NIL),
                ImapString.nilOr(header.value("Content-Location")));
    }

    private void addAll(String... fields) {
        for (String field : fields) {
            text.append(' ').append(field);
        }
    }

    /** Return the parameters of a type; text says its charset. */
    private static List<Map.Entry<String, String>> shown(MediaType type) {
        List<Map.Entry<String, String>> parameters = type.parameters();
        if (!type.type().equals("text")
                || parameters.stream().anyMatch(p -> p.getKey().startsWith("charset"))) {
            return parameters;
        }
        List<Map.Entry<String, String>> shown = new ArrayList<>(parameters);
        shown.add(Map.entry("charset", "us-ascii"));
        return shown;
    }

    private static String disposition(String declared) {
        ParameterizedValue disposition = ParameterizedValue.parse(declared);
        return disposition.value().isEmpty()
                ? ImapString.NIL
                : "(" + ImapString.of(disposition.value().toLowerCase(Locale.ROOT)) + " "
                        + parameters(disposition.parameters()) + ")";
    }

    private static String languages(String declared) {
        List<String> languages = Arrays.stream(declared.split(","))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .map(ImapString::of)
                .toList();
        return switch (languages.size()) {
            case 0 -> ImapString.NIL;
            case 1 -> languages.get(0);
            default -> "(" + String.join(" ", languages) + ")";
        };
    }

    private static String parameters(List<Map.Entry<String, String>> parameters) {
        return parameters.isEmpty()
                ? ImapString.NIL
                : parameters.stream()
                        .map(each -> ImapString.of(each.getKey()) + " " + ImapString.of(each.getValue()))
                        .collect(Collectors.joining(" ", "(", ")"));
    }

    private static long lines(Octets body) {
        long lines = 0;
        for (long feed = body.indexOf('\n', 0); feed < body.length(); feed = body.indexOf('\n', feed + 1)) {
            lines++;
        }
        return lines;
    }
}
