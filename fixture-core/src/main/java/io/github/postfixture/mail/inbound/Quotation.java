package io.github.postfixture.mail.inbound;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an answer shows what it answers. */
final class Quotation {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy 'at' HH:mm", Locale.US).withZone(ZoneOffset.UTC);

    private Quotation() {}

    static String below(String answer, MailSource original) {
        String quoted = textOf(original).lines().map(Quotation::quote).collect(Collectors.joining("\n"));
        return (answer.isEmpty() ? "" : answer + "\n\n") + attribution(original) + "\n" + quoted + "\n";
    }

    static String belowHtml(String answer, MailSource original) {
        return answer + "\n<p>" + escape(attribution(original)) + "</p>\n<blockquote type=\"cite\"><pre>"
                + escape(textOf(original)) + "</pre></blockquote>\n";
    }

    /** Quote a line (RFC 3676 section 4.5): one more mark, and no space between marks. */
    private static String quote(String line) {
        return line.isEmpty() || line.startsWith(">") ? ">" + line : "> " + line;
    }

    private static String attribution(MailSource original) {
        return "On " + DATE.format(original.receivedAt()) + " UTC, "
                + Conversation.header(original, "From").orElse("somebody") + " wrote:";
    }

    private static String textOf(MailSource original) {
        return original.hasText() ? original.text() : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
