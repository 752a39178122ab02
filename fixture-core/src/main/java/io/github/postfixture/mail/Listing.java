package io.github.postfixture.mail;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How a failure lists what there was instead. */
final class Listing {

    private static final int LONGEST = 20;
    private static final int MOST_MAILS = 12;

    private Listing() {}

    /** Return one indented line per element; {@code (none)} if there is none. */
    static String of(Collection<?> elements) {
        String lines =
                elements.stream().limit(LONGEST).map(element -> "  " + element).collect(Collectors.joining("\n"));
        int more = elements.size() - LONGEST;
        return elements.isEmpty() ? "  (none)" : more > 0 ? lines + "\n  (and " + more + " more)" : lines;
    }

    /** Return one indented line per mail, its number first; of many mails the newest only. */
    static String numbered(List<ReceivedMail> mails) {
        int earlier = Math.max(0, mails.size() - MOST_MAILS);
        String lines = mails.stream()
                .skip(earlier)
                .map(mail -> "  #" + mail.number() + " " + mail)
                .collect(Collectors.joining("\n"));
        String note = earlier == 0 ? "" : "  (" + earlier + " earlier ones left out)\n";
        return mails.isEmpty() ? "  (none)" : note + lines;
    }
}
