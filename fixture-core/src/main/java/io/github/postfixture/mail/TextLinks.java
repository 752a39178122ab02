package io.github.postfixture.mail;

import io.github.postfixture.page.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in plain text that a mail reader would let one click on. */
final class TextLinks {

    private static final Pattern START = Pattern.compile("(?i)(?<![a-z0-9])https?://(?=[^\\s\\p{Punct}]|\\[)");

    private TextLinks() {}

    /** Return a page on which each address is a link. */
    static Html in(String text) {
        StringBuilder page = new StringBuilder();
        Matcher matcher = START.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            AddressInText address = AddressInText.at(matcher.start(), text);
            String escaped = address.value().replace("&", "&amp;");
            page.append("<a href=\"%1$s\">%1$s</a>%n".formatted(escaped));
            from = Math.max(matcher.end(), address.end());
        }
        return Html.of(page.toString());
    }
}
