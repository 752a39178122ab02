package io.github.postfixture.mail.message;

import io.github.postfixture.html.Markup;
import io.github.postfixture.page.Html;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML of a mail in a frame in which nothing runs, nothing is sent and nothing is loaded. */
final class MailFrame {

    private static final int LARGEST_HTML = 500_000;
    private static final int LARGEST_IMAGE = 200_000;
    private static final int LARGEST_FRAME = 2_000_000;
    private static final int TALLEST = 24;
    private static final int MARGINS = 3;
    private static final int SHORT_LINE = 40;
    private static final Pattern STYLED = Pattern.compile("<img|<style|\\bstyle=|\\bheight=", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCKS =
            Pattern.compile("<(?:p|br|div|tr|li|h[1-6]|ul|ol|pre|blockquote|hr)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT_ID = Pattern.compile("cid:([^\"'\\s>)]+)", Pattern.CASE_INSENSITIVE);
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'\">";

    private MailFrame() {}

    /**
     * Return the frame.
     *
     * @param file where the whole message lies
     */
    static Markup of(ReceivedMail mail, String file) {
        return document(mail)
                .map(document -> Markup.element("iframe")
                        .flag("sandbox", true)
                        .with("loading", "lazy")
                        .with("referrerpolicy", "no-referrer")
                        .with("style", "height:" + height(mail.html()) + "rem")
                        .with("title", "Mail " + mail.number() + ": " + MailCard.subject(mail))
                        .withDocument(document)
                        .holding())
                .orElseGet(() ->
                        Markup.element("p", "note").text("The HTML is too long to be shown here; see " + file + "."));
    }

    /** Return how much of the page a short mail fills on a phone, in lines and half of one between; more is scrolled. */
    private static int height(Html html) {
        boolean styled = STYLED.matcher(html.source()).find();
        int lines = BLOCKS.matcher(html.source())
                        .results()
                        .limit(TALLEST)
                        .mapToInt(block -> 2)
                        .sum()
                + html.text().length() / SHORT_LINE;
        return styled ? TALLEST : Math.min(TALLEST, lines * 3 / 2 + MARGINS);
    }

    /** Return the HTML of a mail that has some as a document in which nothing is loaded, unless it is too long. */
    static Optional<String> document(ReceivedMail mail) {
        String source = mail.html().source();
        return source.length() > LARGEST_HTML ? Optional.empty() : Optional.of(POLICY + withImages(mail, source));
    }

    /** Put images that came with the mail in their places, as long as the frame does not get too large by them. */
    private static String withImages(ReceivedMail mail, String source) {
        Map<String, Attachment> images = images(mail);
        StringBuilder html = new StringBuilder(source.length());
        Matcher place = CONTENT_ID.matcher(source);
        while (place.find()) {
            String image = Optional.ofNullable(images.get(place.group(1)))
                    .filter(found -> html.length() + 2 * found.size() < LARGEST_FRAME)
                    .map(MailFrame::data)
                    .orElse(place.group());
            place.appendReplacement(html, Matcher.quoteReplacement(image));
        }
        return place.appendTail(html).toString();
    }

    private static Map<String, Attachment> images(ReceivedMail mail) {
        return mail.attachments().stream()
                .filter(part -> part.contentType().startsWith("image/") && part.size() <= LARGEST_IMAGE)
                .collect(Collectors.toMap(Attachment::contentId, image -> image, (first, second) -> first));
    }

    private static String data(Attachment image) {
        return "data:" + image.contentType() + ";base64," + Base64.getEncoder().encodeToString(image.content());
    }
}
