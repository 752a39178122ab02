package io.github.postfixture.mail;

import io.github.postfixture.page.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in plain text that a mail reader would let one click on. */
final class TextLinks {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,:;!?')\\]]");

    private TextLinks() {}

    /** Return a page on which each address is a link. */
    static Html in(String text) {
        StringBuilder page = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String escaped = escape(matcher.group());
            page.append("<a href=\"")
                    .append(escaped)
                    .append("\">")
                    .append(escaped)
                    .append("</a>\n");
        }
        return Html.of(page.toString());
    }

    private static String escape(String address) {
        return address.replace("&", "&amp;");
    }
}
