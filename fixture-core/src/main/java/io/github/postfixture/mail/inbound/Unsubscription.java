package io.github.postfixture.mail.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a reader leaves a list by mail. */
final class Unsubscription {

    private static final Pattern MAILTO = Pattern.compile("(?i)<\\s*mailto:([^?>\\s]+)(?:\\?([^>\\s]*))?\\s*>");

    private Unsubscription() {}

    static ComposedMail from(Original original) {
        String header = original.header("List-Unsubscribe").orElse("");
        Matcher target = MAILTO.matcher(header);
        if (!target.find()) {
            throw new IllegalArgumentException("The message has no mailto address in List-Unsubscribe,"
                    + (header.isEmpty() ? " which it lacks" : " which is " + header));
        }
        ComposedMail mail = InboundMail.from(Conversation.answerer(original))
                .to(decoded(target.group(1)))
                .subject("unsubscribe")
                .text("");
        return target.group(2) == null ? mail : withParameters(mail, target.group(2));
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
