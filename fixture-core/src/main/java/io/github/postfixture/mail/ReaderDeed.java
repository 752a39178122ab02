package io.github.postfixture.mail;

import io.github.postfixture.mail.store.Deed;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.mime.Message;
import io.github.postfixture.net.Octets;
import java.util.stream.Collectors;

/**
 * What a reader did, in words.
 *
 * @param address whose mailbox it is
 * @param deed what was done
 */
record ReaderDeed(String address, Deed deed) {

    private static final int MOST_MESSAGES = 3;
    private static final int LONGEST = 60;

    /** Return who did what in one line. */
    @Override
    public String toString() {
        return address + " " + words(deed);
    }

    /** Return what was done in one line. */
    static String words(Deed deed) {
        String detail = shortened(deed.detail());
        String place = " in " + deed.folder();
        return switch (deed.kind()) {
            case POLLED -> "asked for news of " + deed.folder() + " by " + detail;
            case IDLED -> "waited for news of " + deed.folder() + " by " + detail;
            case FETCHED -> "fetched " + detail + " of " + messages(deed) + place;
            case PEEKED -> "peeked at " + messages(deed) + place + " by " + detail;
            case READ -> "read " + messages(deed) + place + " by " + detail;
            case SEEN -> "marked " + messages(deed) + place + " as read by " + detail;
            case MARKED -> "marked " + messages(deed) + place + " by " + detail;
            case COPIED -> "copied " + messages(deed) + place + " to " + detail;
            case MOVED -> "moved " + messages(deed) + place + " to " + detail;
            case DELETED -> "deleted " + messages(deed) + place + " by " + detail;
        };
    }

    private static String messages(Deed deed) {
        int more = deed.messages().size() - MOST_MESSAGES;
        return deed.messages().stream()
                        .limit(MOST_MESSAGES)
                        .map(ReaderDeed::message)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String message(StoredMessage message) {
        return "#" + message.uid() + " \"" + shortened(subject(message.octets())) + '"';
    }

    private static String subject(Octets octets) {
        return Message.of(octets).header().text("Subject").orElse("");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
