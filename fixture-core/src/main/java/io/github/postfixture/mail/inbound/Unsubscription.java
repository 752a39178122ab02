package io.github.postfixture.mail.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a reader leaves a list by mail. */
final class Unsubscription {

    private static final Pattern TARGET = Pattern.compile("<([^<>]*)>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String MAILTO = "mailto:";

    private Unsubscription() {}

    static ComposedMail from(MailSource original) {
        String header = original.header("List-Unsubscribe").orElse("");
        String[] target = target(header).substring(MAILTO.length()).split("\\?", 2);
        ComposedMail mail = InboundMail.from(Conversation.answerer(original))
                .to(decoded(target[0]))
                .subject("unsubscribe")
                .text("");
        return target.length == 1 ? mail : withParameters(mail, target[1]);
    }

    /** Return the first address to write to, without the white space that folding has left (RFC 2369 section 2). */
    private static String target(String header) {
        return TARGET.matcher(header)
                .results()
                .map(found -> SPACE.matcher(found.group(1)).replaceAll(""))
                .filter(found -> found.regionMatches(true, 0, MAILTO, 0, MAILTO.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The message has no mailto address in"
                        + " List-Unsubscribe," + (header.isEmpty() ? " which it lacks" : " which is " + header)));
    }

    private static ComposedMail withParameters(ComposedMail mail, String parameters) {
        ComposedMail filled = mail;
        for (String parameter : parameters.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            filled = withParameter(filled, pair[0].toLowerCase(Locale.ROOT), pair.length == 2 ? decoded(pair[1]) : "");
        }
        return filled;
    }

    private static ComposedMail withParameter(ComposedMail mail, String name, String value) {
        return switch (name) {
            case "subject" -> mail.subject(value);
            case "body" -> mail.text(value);
            case "cc" -> mail.cc(value);
            default -> mail;
        };
    }

    /** Decode an octet after each percent sign (RFC 6068 section 2); a plus sign stands for itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
