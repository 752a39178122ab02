package io.github.postfixture.mail;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mailbox in a report, folder by folder. */
final class MailboxCard implements EventCard {

    private static final CardSection MAILBOXES = new CardSection("mailboxes", "Mailboxes at the end");
    private static final String FILE = ".txt";
    private static final int MOST_MAILS = 100;

    private final MailboxContents mailbox;

    private MailboxCard(MailboxContents mailbox) {
        this.mailbox = mailbox;
    }

    static EventCard of(MailboxContents mailbox) {
        return new MailboxCard(mailbox);
    }

    @Override
    public CardSection section() {
        return MAILBOXES;
    }

    @Override
    public String label() {
        return mailbox.size() + (mailbox.size() == 1 ? " mail" : " mails");
    }

    @Override
    public String title() {
        return mailbox.address();
    }

    @Override
    public Markup facts() {
        String folders = mailbox.folders().entrySet().stream()
                .map(folder -> folder.getKey() + " " + folder.getValue().size())
                .collect(Collectors.joining(", "));
        return Markup.element("span", "people").text(folders);
    }

    @Override
    public List<Pane> panes(CardContext context) {
        Stream<Markup> folders = mailbox.folders().entrySet().stream().map(folder -> folder(folder, context));
        return List.of(new Pane("Folders", Markup.of(folders)));
    }

    private static Markup folder(Map.Entry<String, List<FolderMail>> folder, CardContext context) {
        List<FolderMail> mails = folder.getValue();
        Markup heading = Markup.element("h3").text(folder.getKey());
        if (mails.isEmpty()) {
            return Markup.of(heading, Markup.element("p", "note").text("No mail."));
        }
        int left = mails.size() - MOST_MAILS;
        Markup more = left <= 0
                ? Markup.NONE
                : Markup.element("p", "note").text(left + " more are in " + context.address(FILE) + ".");
        Markup rows = Markup.of(mails.stream().limit(MOST_MAILS).map(MailboxCard::row));
        return Markup.of(
                heading,
                Markup.element("div", "scroll")
                        .holding(Markup.element("table")
                                .holding(head(), Markup.element("tbody").holding(rows))),
                more);
    }

    private static Markup head() {
        return Markup.element("thead")
                .holding(Markup.element("tr")
                        .holding(Markup.of(Stream.of("UID", "Subject", "From", "Flags", "Size")
                                .map(title -> Markup.element("th")
                                        .with("scope", "col")
                                        .text(title)))));
    }

    private static Markup row(FolderMail mail) {
        String from = mail.mail().from().stream().map(Object::toString).collect(Collectors.joining(", "));
        return Markup.element("tr")
                .holding(Markup.of(Stream.of(
                                Long.toString(mail.uid()),
                                mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                                from,
                                String.join(" ", mail.flags()),
                                mail.mail().size() + " bytes")
                        .map(text -> Markup.element("td").text(text))));
    }

    @Override
    public List<CardFile> files() {
        return List.of(CardFile.text(FILE, this::text));
    }

    private String text() {
        return mailbox.folders().entrySet().stream()
                .map(folder -> folder.getKey() + "\n" + lines(folder.getValue()))
                .collect(Collectors.joining());
    }

    private static String lines(List<FolderMail> mails) {
        return mails.stream().map(mail -> "  " + mail + "\n").collect(Collectors.joining());
    }
}
