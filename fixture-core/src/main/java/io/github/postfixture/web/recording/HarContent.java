package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import io.github.postfixture.mime.Charsets;
import io.github.postfixture.mime.ParameterizedValue;
import io.github.postfixture.octets.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The content of a message in a HAR file: a text, or Base64 for what is none.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HarContent {

    private static final String BASE64 = "base64";
    private static final String CHARSET = "charset";

    private HarContent() {}

    /** Return the content of this type, or nothing if the file does not have it. */
    static Optional<Octets> of(HarField content, String type) {
        Optional<String> text = content.member("text").optionalText();
        return text.map(value -> isBase64(content) ? decoded(content.member("text"), value) : encoded(value, type));
    }

    /** HAR has no encoding for what was posted; Playwright and others read and write that of the response's content. */
    private static boolean isBase64(HarField content) {
        HarField encoding = content.member("encoding");
        String name = encoding.optionalText().orElse("");
        if (!name.isEmpty() && !name.toLowerCase(Locale.ROOT).equals(BASE64)) {
            throw encoding.wrong(BASE64);
        }
        return !name.isEmpty();
    }

    private static Octets decoded(HarField field, String text) {
        try {
            return Octets.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw field.wrong("Base64");
        }
    }

    private static Octets encoded(String text, String type) {
        return Octets.of(text.getBytes(charset(type)));
    }

    /** Return an object with this content added. */
    public static Json with(Json object, Octets content, String type) {
        byte[] bytes = content.toByteArray();
        Charset charset = charset(type);
        String text = text(content, type);
        return isPlain(text) && Arrays.equals(text.getBytes(charset), bytes)
                ? object.with("text", text)
                : object.with("text", Base64.getEncoder().encodeToString(bytes)).with("encoding", BASE64);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' ? c != 0x7f : c == '\n' || c == '\r' || c == '\t' || c == '\f');
    }

    private static Charset charset(String type) {
        return parameter(type, CHARSET).flatMap(Charsets::named).orElse(StandardCharsets.UTF_8);
    }

    /** Return content as text. */
    public static String text(Octets content, String type) {
        return new String(content.toByteArray(), charset(type));
    }

    /** Return a parameter of a type, unless it is empty. */
    public static Optional<String> parameter(String type, String name) {
        return ParameterizedValue.parse(type).parameters().stream()
                .filter(parameter ->
                        parameter.getKey().equals(name) && !parameter.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Return the type with the charset in which the content is sent: a text that names none itself was read in one that
     * its markup names, or that the browser guessed.
     */
    static String typeOf(HarField content, String type) {
        boolean isMarked = parameter(type, CHARSET).isPresent() || isBase64(content) || !type.startsWith("text/");
        String text = content.member("text").optionalText().orElse("");
        return isMarked || text.chars().allMatch(c -> c < 0x80) ? type : type + "; charset=utf-8";
    }
}
