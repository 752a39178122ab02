package io.github.postfixture.mail.message;

import io.github.postfixture.html.Markup;
import io.github.postfixture.mime.MimePart;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The parts of a mail as a table: how they lie in each other, the type and charset that each declares and what its bytes say of
 * that, its size; images are shown, and what is no text can be saved.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailParts {

    private static final int MOST_PARTS = 100;
    private static final int MOST_FILES = 20;
    private static final int LARGEST_PREVIEW = 200_000;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final List<Part> parts = new ArrayList<>();

    private MailParts() {}

    /** Look at the parts of a mail. */
    static MailParts of(ReceivedMail mail) {
        MailParts parts = new MailParts();
        parts.add(mail.message().root(), 0);
        return parts;
    }

    /**
     * Return the table.
     *
     * @param address gives the address under which the content of a part lies that can be saved, by the number of the part
     */
    public static Markup of(ReceivedMail mail, IntFunction<String> address) {
        return of(mail).table(address);
    }

    /**
     * A part.
     *
     * @param number its place; the whole message is number 0
     * @param depth in how many others it lies
     */
    record Part(int number, int depth, MimePart part) {

        /** Return whether its content is for saving: it is an attachment, or no text. */
        boolean isFile() {
            return !part.isMultipart()
                    && (part.isDetached() || !part.declaredType().type().equals("text"));
        }

        byte[] content() {
            return part.content();
        }

        /** Return the ending that its file gets: that of its name if this is a plain one, or the subtype. */
        String extension() {
            String name = part.fileName();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            String plain = isPlain(ending) && !ending.equals(name)
                    ? ending
                    : part.declaredType().subtype();
            return isPlain(plain) ? "." + plain : ".bin";
        }

        private static boolean isPlain(String ending) {
            return !ending.isEmpty()
                    && ending.length() <= 8
                    && ending.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        }
    }

    private void add(MimePart part, int depth) {
        if (parts.size() < MOST_PARTS) {
            parts.add(new Part(parts.size(), depth, part));
            part.parts().forEach(inner -> add(inner, depth + 1));
        }
    }

    /** Return those that can be saved, of many the first. */
    List<Part> files() {
        return parts.stream().filter(Part::isFile).limit(MOST_FILES).toList();
    }

    private Markup table(IntFunction<String> address) {
        List<Part> files = files();
        Markup rows = Markup.of(parts.stream()
                .map(part -> row(
                        part, files.contains(part) ? Optional.of(address.apply(part.number())) : Optional.empty())));
        Markup head = Markup.element("thead")
                .holding(Markup.element("tr")
                        .holding(Markup.of(Stream.of("Part", "Charset", "Encoding", "Size", "Content")
                                .map(title -> Markup.element("th")
                                        .with("scope", "col")
                                        .text(title)))));
        return Markup.element("div", "scroll")
                .holding(Markup.element("table", "parts")
                        .holding(head, Markup.element("tbody").holding(rows)));
    }

    private static Markup row(Part part, Optional<String> file) {
        MimePart mime = part.part();
        byte[] content = mime.isMultipart() ? new byte[0] : part.content();
        return Markup.element("tr")
                .holding(
                        Markup.element("td", "depth" + Math.min(part.depth(), 5))
                                .text(mime.declaredType().name()
                                        + (mime.fileName().isEmpty() ? "" : " \u201c" + mime.fileName() + "\u201d")),
                        Markup.element("td").text(charset(mime)),
                        Markup.element("td").text(mime.isMultipart() ? "" : mime.encoding()),
                        Markup.element("td", "number").text(mime.isMultipart() ? "" : content.length + " bytes"),
                        Markup.element("td").holding(preview(mime, content), link(file)));
    }

    /** Return the declared charset, and what there is to say against it. */
    private static String charset(MimePart part) {
        if (part.isMultipart() || !part.declaredType().type().equals("text")) {
            return "";
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(part.declaredType().charset().orElse("none declared"));
        part.text(remarks::add);
        return String.join("; ", remarks);
    }

    private static Markup preview(MimePart part, byte[] content) {
        return PICTURES.contains(part.declaredType().name()) && content.length <= LARGEST_PREVIEW
                ? Markup.element("img", "preview")
                        .with("alt", part.fileName().isEmpty() ? "A picture without a name" : part.fileName())
                        .with(
                                "src",
                                "data:" + part.declaredType().name() + ";base64,"
                                        + Base64.getEncoder().encodeToString(content))
                        .alone()
                : Markup.NONE;
    }

    private static Markup link(Optional<String> file) {
        return file.map(address -> Markup.element("a").with("href", address).text(address))
                .orElse(Markup.NONE);
    }
}
