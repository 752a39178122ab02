package io.github.postfixture.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How urgent a mail says it is. */
public enum MailPriority {
    /** {@code X-Priority} 1 or 2, {@code Importance: high}, {@code Priority: urgent}. */
    HIGH("1", "2", "high", "urgent"),
    /** What a mail without such a header has. */
    NORMAL("3", "normal", "medium"),
    /** {@code X-Priority} 4 or 5, {@code Importance: low}, {@code Priority: non-urgent}. */
    LOW("4", "5", "low", "non-urgent");

    private static final List<String> HEADERS = List.of("X-Priority", "Importance", "Priority", "X-MSMail-Priority");

    private final String words;

    MailPriority(String... words) {
        this.words = "|" + String.join("|", words) + "|";
    }

    /** Return the header fields that say a priority, in order. */
    static List<Map.Entry<String, String>> fields(ReceivedMail mail) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        HEADERS.forEach(name -> mail.headers(name).forEach(value -> fields.add(Map.entry(name, value))));
        return fields;
    }

    /** Return whether a header value, such as {@code 1 (Highest)}, means this. */
    boolean isMeantBy(String value) {
        return words.contains("|" + value.strip().toLowerCase(Locale.ROOT).split("[\\s(]", 2)[0] + "|");
    }
}
