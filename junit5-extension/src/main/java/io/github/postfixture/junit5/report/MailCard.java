package io.github.postfixture.junit5.report;

import static io.github.postfixture.junit5.report.Markup.span;

import io.github.postfixture.mail.message.Attachment;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A mail in the report: as a reader sees it, its envelope, its headers, its source. */
final class MailCard {

    private static final int MOST_ATTACHMENTS = 100;
    private static final int MOST_NAMES = 500;

    private final ReceivedMail mail;

    MailCard(ReceivedMail mail) {
        this.mail = mail;
    }

    static String id(ReceivedMail mail) {
        return "mail-" + mail.number();
    }

    /** Return the mail with everything that is known about it. */
    String render(boolean open) {
        return Markup.card(id(mail), "mail", head(), Markup.tabs(id(mail), panes()) + files(), open);
    }

    private String head() {
        return span("number", "#" + mail.number()) + span("subject", subject(mail)) + span("people", people());
    }

    static String subject(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private String people() {
        String sender = mail.envelope().sender();
        return (sender.isEmpty() ? "<>" : sender) + " \u2192 "
                + String.join(", ", mail.envelope().recipients());
    }

    private List<Map.Entry<String, String>> panes() {
        List<Map.Entry<String, String>> panes = new ArrayList<>();
        if (mail.hasHtml()) {
            panes.add(Map.entry("Message", MailFrame.of(mail)));
        }
        if (mail.hasText()) {
            panes.add(Map.entry("Text", Markup.text(mail.text())));
        }
        panes.add(Map.entry("Envelope", envelope(mail.envelope())));
        panes.add(Map.entry("Headers", headers()));
        panes.add(Map.entry("Source", Markup.text(new String(mail.raw(), StandardCharsets.UTF_8))));
        panes.add(Map.entry("SMTP", Markup.text(String.join("\n", mail.transcript()))));
        return panes;
    }

    private String headers() {
        return Markup.table(new LinkedHashSet<>(mail.headerNames())
                .stream()
                        .limit(MOST_NAMES)
                        .flatMap(name -> mail.headers(name).stream().map(value -> Map.entry(name, value)))
                        .toList());
    }

    private static String envelope(Envelope envelope) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        rows.add(Map.entry("Sender", "<" + envelope.sender() + ">"));
        rows.add(Map.entry("Parameters", String.join(" ", envelope.parameters())));
        envelope.addressees()
                .forEach(one -> rows.add(
                        Map.entry("Recipient", "<" + one.address() + "> " + String.join(" ", one.parameters()))));
        rows.add(Map.entry("Client", envelope.helo() + " at " + envelope.peer()));
        rows.add(Map.entry("Encryption", envelope.tls().orElse("none")));
        rows.add(Map.entry("Login", envelope.identity().orElse("none")));
        return Markup.table(rows);
    }

    private String files() {
        String attachments = mail.attachments().stream()
                .limit(MOST_ATTACHMENTS)
                .map(Attachment::toString)
                .map(name -> span("file", name))
                .collect(Collectors.joining());
        return "<p class=\"files\"><a href=\"%s\">%s</a> %s bytes%s</p>\n"
                .formatted(ReportFiles.mail(mail), ReportFiles.mail(mail), mail.size(), attachments);
    }
}
