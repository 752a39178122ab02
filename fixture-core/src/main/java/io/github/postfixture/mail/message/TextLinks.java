package io.github.postfixture.mail.message;

import io.github.postfixture.page.BrowsingSession;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses in plain text that a mail reader would let one click on. */
final class TextLinks {

    private static final Pattern START = Pattern.compile("(?i)(?<![a-z0-9])https?://(?=[^\\s\\p{Punct}]|\\[)");

    private TextLinks() {}

    /** Return a page on which each address is a link. */
    static Html in(String text) {
        return in(text, Page.session());
    }

    /** Return a page on which each address is a link, which is followed as this walk does. */
    static Html in(String text, BrowsingSession walk) {
        return Html.of(
                addresses(text).stream()
                        .map(address -> address.value().replace("&", "&amp;"))
                        .map(address -> "<a href=\"" + address + "\">" + address + "</a>\n")
                        .collect(Collectors.joining()),
                walk);
    }

    /** Return the text with something else in place of each address. */
    static String hidden(String text, String instead) {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        for (AddressInText address : addresses(text)) {
            hidden.append(text, from, address.start()).append(instead);
            from = address.end();
        }
        return hidden.append(text, from, text.length()).toString();
    }

    private static List<AddressInText> addresses(String text) {
        List<AddressInText> addresses = new ArrayList<>();
        Matcher matcher = START.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            AddressInText address = AddressInText.at(matcher.start(), text);
            addresses.add(address);
            from = Math.max(matcher.end(), address.end());
        }
        return addresses;
    }
}
