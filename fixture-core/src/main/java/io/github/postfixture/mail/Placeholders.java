package io.github.postfixture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a template has left unresolved. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*?}}|[$#]\\{.*?}|\\{%.*?%}|<%.*?%>|(?<![\\w%])%(\\d+\\$)?[sd](?!\\w)|\\[object \\w+]"
                    + "|(?<![\\w.-])(null|undefined|NaN)(?![\\w-])",
            Pattern.DOTALL);

    private Placeholders() {}

    static List<String> in(ReceivedMail mail) {
        List<String> found = new ArrayList<>();
        find(found, "the subject", mail.subject());
        if (mail.hasText()) {
            find(found, "the text", mail.text());
        }
        if (mail.hasHtml()) {
            find(found, "the HTML", mail.html().text());
            mail.html()
                    .links()
                    .forEach(link -> find(found, "a link", decoded(link.uri().toString())));
        }
        return found;
    }

    private static void find(List<String> found, String place, String text) {
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group() + " in " + place));
    }

    private static String decoded(String target) {
        return target.replace("%7B", "{").replace("%7D", "}").replace("%24", "$");
    }
}
