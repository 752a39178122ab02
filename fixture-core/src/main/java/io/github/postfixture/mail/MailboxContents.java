package io.github.postfixture.mail;

import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a mailbox holds at one moment.
 *
 * @param address whose mailbox it is
 * @param folders the mail of each folder, by the names of the folders
 */
record MailboxContents(String address, Map<String, List<FolderMail>> folders) implements EventDetail {

    /** Look into a mailbox. */
    static MailboxContents of(Mailbox mailbox) {
        Map<String, List<FolderMail>> folders = new LinkedHashMap<>();
        mailbox.folders()
                .names()
                .forEach(name -> folders.put(name, mailbox.folders().mailsIn(name)));
        return new MailboxContents(mailbox.address(), folders);
    }

    /** Return how many mails there are. */
    int size() {
        return folders.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public EventCard card(Event event) {
        return MailboxCard.of(this);
    }

    @Override
    public boolean isHappening() {
        return false;
    }

    @Override
    public String toString() {
        return "in the end, mailbox " + address + " holds "
                + folders.entrySet().stream()
                        .map(folder ->
                                folder.getKey() + ": " + folder.getValue().size())
                        .collect(Collectors.joining(", "));
    }
}
