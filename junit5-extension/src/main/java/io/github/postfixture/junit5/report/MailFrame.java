package io.github.postfixture.junit5.report;

import io.github.postfixture.mail.Attachment;
import io.github.postfixture.mail.ReceivedMail;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of a mail in a frame in which nothing runs, nothing is sent and nothing is loaded. */
final class MailFrame {

    private static final int LARGEST_HTML = 500_000;
    private static final int LARGEST_IMAGE = 200_000;
    private static final Pattern CONTENT_ID = Pattern.compile("cid:([^\"'\\s>)]+)", Pattern.CASE_INSENSITIVE);
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'\">";

    private MailFrame() {}

    static String of(ReceivedMail mail) {
        String source = mail.html().source();
        if (source.length() > LARGEST_HTML) {
            return "<p>The HTML is too long to be shown here; see " + ReportFiles.mail(mail) + ".</p>";
        }
        return "<iframe sandbox loading=\"lazy\" referrerpolicy=\"no-referrer\" title=\"%s\" srcdoc=\"%s\"></iframe>"
                .formatted(
                        Markup.escape("Mail " + mail.number() + ": " + MailCard.subject(mail)),
                        Markup.source(POLICY + withImages(mail, source)));
    }

    private static String withImages(ReceivedMail mail, String source) {
        return CONTENT_ID
                .matcher(source)
                .replaceAll(match -> Matcher.quoteReplacement(mail.attachments().stream()
                        .filter(part -> part.contentId().equals(match.group(1)) && part.size() <= LARGEST_IMAGE)
                        .filter(part -> part.contentType().startsWith("image/"))
                        .findFirst()
                        .map(MailFrame::data)
                        .orElse(match.group())));
    }

    private static String data(Attachment image) {
        return "data:" + image.contentType() + ";base64," + Base64.getEncoder().encodeToString(image.content());
    }
}
