package io.github.postfixture.mail.message;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.html.Markup;
import io.github.postfixture.html.NameValueTable;
import io.github.postfixture.html.PreformattedText;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.net.transcript.DialogueText;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A mail in a report: as a reader sees it, its envelope, its headers, its source. */
final class MailCard implements EventCard {

    private static final CardSection MAILS = new CardSection("mails", "Mails");
    private static final CardSection DELIVERED = new CardSection("delivered", "Mails that the test delivered");
    private static final String MESSAGE = ".eml";
    private static final String TRANSCRIPT = ".smtp.txt";
    private static final int MOST_NAMES = 500;
    private static final int LONGEST_TEXT = 4_000;

    private final CardSection section;
    private final ReceivedMail mail;
    private final Lazy<List<MailParts.Part>> files;

    private MailCard(CardSection section, ReceivedMail mail) {
        this.section = section;
        this.mail = mail;
        files = new Lazy<>(() -> MailParts.of(mail).files());
    }

    static EventCard of(ReceivedMail mail) {
        return new MailCard(MAILS, mail);
    }

    /** Return the card of a mail that came in another way than to a server, and so has no envelope and no number. */
    static EventCard ofDelivered(ReceivedMail mail) {
        return new MailCard(DELIVERED, mail);
    }

    @Override
    public CardSection section() {
        return section;
    }

    @Override
    public OptionalInt number() {
        return isReceived() ? OptionalInt.of(mail.number()) : OptionalInt.empty();
    }

    private boolean isReceived() {
        return section.equals(MAILS);
    }

    @Override
    public String label() {
        return isReceived() ? "#" + mail.number() : "delivered";
    }

    @Override
    public String title() {
        return subject(mail);
    }

    static String subject(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    @Override
    public Markup facts() {
        String sender = mail.envelope().sender();
        if (!isReceived()) {
            return Markup.NONE;
        }
        return Markup.element("span", "people")
                .text((sender.isEmpty() ? "<>" : sender) + " \u2192 "
                        + String.join(", ", mail.envelope().recipients()));
    }

    @Override
    public Optional<String> document() {
        return mail.hasHtml() ? MailFrame.document(mail) : Optional.empty();
    }

    @Override
    public List<Pane> panes(CardContext context) {
        String file = context.address(MESSAGE);
        List<Pane> panes = new ArrayList<>();
        if (mail.hasHtml()) {
            panes.add(new Pane("Message", MailFrame.of(mail, file)));
        }
        if (mail.hasText()) {
            panes.add(new Pane("Text", PreformattedText.of(mail.text(), LONGEST_TEXT, file)).about("the text"));
        }
        panes.add(new Pane("Parts", MailParts.of(mail, number -> context.address(suffix(number)))).about("attachment"));
        MailLinks.of(mail, context::linkTo).ifPresent(links -> panes.add(new Pane("Links", links)));
        if (isReceived()) {
            panes.add(new Pane("Envelope", envelope(mail.envelope())).about("envelope", "the sender"));
        }
        panes.add(new Pane("Headers", headers()).about("header "));
        panes.add(new Pane(
                "Source", PreformattedText.of(new String(mail.raw(), StandardCharsets.UTF_8), LONGEST_TEXT, file)));
        if (isReceived()) {
            panes.add(new Pane("SMTP", DialogueText.of(mail.dialogue(), context, TRANSCRIPT)));
        }
        return panes;
    }

    private Markup headers() {
        return NameValueTable.of(new LinkedHashSet<>(mail.headerNames())
                .stream()
                        .limit(MOST_NAMES)
                        .flatMap(name -> mail.headers(name).stream().map(value -> Map.entry(name, value)))
                        .toList());
    }

    private static Markup envelope(Envelope envelope) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        rows.add(Map.entry("Sender", "<" + envelope.sender() + ">"));
        rows.add(Map.entry("Parameters", String.join(" ", envelope.parameters())));
        envelope.addressees()
                .forEach(one -> rows.add(
                        Map.entry("Recipient", "<" + one.address() + "> " + String.join(" ", one.parameters()))));
        rows.add(Map.entry("Client", envelope.helo() + " at " + envelope.peer()));
        rows.add(Map.entry("Encryption", envelope.tls().orElse("none")));
        rows.add(Map.entry("Login", envelope.identity().orElse("none")));
        return NameValueTable.of(rows);
    }

    private String suffix(int number) {
        return files.get().stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .map(MailCard::suffix)
                .orElseThrow();
    }

    private static String suffix(MailParts.Part part) {
        return ".part" + part.number() + part.extension();
    }

    @Override
    public List<CardFile> files() {
        List<CardFile> all = new ArrayList<>();
        all.add(new CardFile(MESSAGE, mail::raw));
        if (isReceived()) {
            all.add(CardFile.text(TRANSCRIPT, () -> String.join("\n", mail.transcript()) + "\n"));
        }
        files.get().forEach(part -> all.add(new CardFile(suffix(part), part::content)));
        return all;
    }
}
