package io.github.postfixture.mail.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML of a mail, with the eyes of a mail reader. Immutable.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailHtml {

    private static final int LONGEST = 120;
    private static final Pattern REMOTE = Pattern.compile("(?i)https?:|[/\\\\]{2}");
    private static final Pattern REMOTE_STYLE = Pattern.compile(
            "(?i)(url\\(\\s*+[\"']?+\\s*+(https?:)?[/\\\\]{2}|@import\\s*+[\"']?+\\s*+(https?:)?[/\\\\]{2})[^)\"';]*+");
    private static final Pattern REMOTE_CANDIDATE = Pattern.compile("[/\\\\]{2}");
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x20]");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|(width|height)\\s*:\\s*[01](px)?\\s*(;|$))");

    private final Document document;

    private MailHtml(Document document) {
        this.document = document;
    }

    /** Read markup as a browser would. */
    public static MailHtml of(String source) {
        return new MailHtml(Jsoup.parse(source));
    }

    /** Return what a reader sees, an empty line after each block. */
    public String paragraphs() {
        Paragraphs paragraphs = new Paragraphs();
        document.body().traverse(paragraphs);
        return paragraphs.text();
    }

    /** Return the content ids to which images, links and styles refer by {@code cid:} (RFC 2392), each once. */
    public List<String> contentIds() {
        return document.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .flatMap(attribute -> Pattern.compile("(?i)\\bcid:([^\"'\\s>)]+)")
                        .matcher(attribute.getValue())
                        .results())
                .map(match -> decoded(match.group(1)))
                .distinct()
                .toList();
    }

    /** Return the images without an {@code alt} attribute. */
    public List<String> imagesWithoutAlt() {
        return shown(document.select("img:not([alt])").stream());
    }

    /** Return the images that are fetched from elsewhere and that nobody can see. */
    public List<String> trackingPixels() {
        return shown(document.select("img").stream()
                .filter(image -> isRemote(image.attr("src")))
                .filter(MailHtml::isInvisible));
    }

    /** Return what a reader would fetch from elsewhere: images, styles, fonts, frames. */
    public List<String> remoteContent() {
        Stream<String> elements = shown(document.getAllElements().stream()
                        .filter(element -> !List.of("a", "area", "form", "base").contains(element.normalName()))
                        .filter(MailHtml::fetches))
                .stream();
        Stream<String> sheets = document.select("style").stream()
                .flatMap(sheet -> REMOTE_STYLE.matcher(sheet.data()).results())
                .map(match -> "<style> " + match.group());
        return Stream.concat(elements, sheets).toList();
    }

    /** Return what mail readers refuse to run: scripts, forms, frames, handlers of events. */
    public List<String> activeContent() {
        return shown(document.getAllElements().stream().filter(MailHtml::acts));
    }

    private static boolean acts(Element element) {
        return List.of("script", "form", "iframe", "object", "embed", "applet").contains(element.normalName())
                || element.attributes().asList().stream().anyMatch(MailHtml::acts);
    }

    private static boolean acts(Attribute attribute) {
        String value = asRead(attribute.getValue()).toLowerCase(Locale.ROOT);
        return attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on") || value.startsWith("javascript:");
    }

    private static boolean fetches(Element element) {
        return Stream.of("src", "background", "poster", "data", "href").anyMatch(name -> isRemote(element.attr(name)))
                || REMOTE_CANDIDATE.matcher(element.attr("srcset")).find()
                || REMOTE_STYLE.matcher(element.attr("style")).find();
    }

    private static boolean isRemote(String address) {
        return REMOTE.matcher(asRead(address)).lookingAt();
    }

    /** Return an address without the line breaks and spaces that browsers leave out. */
    private static String asRead(String address) {
        return UNSEEN.matcher(address).replaceAll("");
    }

    private static boolean isInvisible(Element image) {
        return image.attr("width").matches("\\s*[01](px)?\\s*")
                || image.attr("height").matches("\\s*[01](px)?\\s*")
                || HIDDEN.matcher(image.attr("style")).find();
    }

    private static List<String> shown(Stream<Element> elements) {
        List<String> tags = new ArrayList<>();
        elements.forEach(element -> tags.add(shortened("<" + element.normalName() + element.attributes() + ">")));
        return tags;
    }

    private static String shortened(String tag) {
        return tag.length() <= LONGEST ? tag : tag.substring(0, LONGEST) + "...";
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
