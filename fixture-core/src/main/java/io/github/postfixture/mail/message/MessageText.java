package io.github.postfixture.mail.message;

import java.util.ArrayList;
import java.util.List;

/** What a message says, without regard to how its white space is laid out. */
final class MessageText {

    private static final int LONGEST_QUOTE = 80;

    private MessageText() {}

    /** Return the text of the plain body and the text of the HTML body, as far as there are any. */
    static List<String> of(ReceivedMail mail) {
        List<String> texts = new ArrayList<>();
        if (mail.hasText()) {
            texts.add(normalised(mail.text()));
        }
        if (mail.hasHtml()) {
            texts.add(normalised(mail.html().text()));
        }
        return texts;
    }

    static String normalised(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Return the text in quotes, shortened to what fits a line. */
    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** Return the text, shortened to what fits a line. */
    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, LONGEST_QUOTE).stripTrailing() + "...";
    }
}
