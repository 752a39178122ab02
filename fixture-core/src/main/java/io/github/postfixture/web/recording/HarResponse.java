package io.github.postfixture.web.recording;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.site.ConnectionFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A response in a HAR file, as it can be sent again.
 *
 * @param status from 200 to 599
 * @param fields the header fields
 * @param content the content without content codings, as it is in these files; nothing if the file does not have it
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HarResponse(int status, List<Map.Entry<String, String>> fields, Optional<Octets> content) {

    private static final String CONTENT_TYPE = "Content-Type";

    static HarResponse of(HarField response, HarUrl url) {
        HarFields fields = HarFields.of(response.member("headers"));
        HarField content = response.member("content");
        String type = fields.first(CONTENT_TYPE).orElseGet(() -> guessedType(content));
        return new HarResponse(
                status(response.member("status")),
                sent(fields, HarContent.typeOf(content, type), url, content),
                HarContent.of(content, type));
    }

    private static int status(HarField field) {
        int status = field.number();
        if (status < 200 || status > 599) {
            throw field.wrong("a status from 200 to 599");
        }
        return status;
    }

    private static String guessedType(HarField content) {
        return content.member("mimeType")
                .optionalText()
                .filter(type -> !type.equals("x-unknown"))
                .orElse("");
    }

    private static List<Map.Entry<String, String>> sent(HarFields fields, String type, HarUrl url, HarField content) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        if (!type.isEmpty()) {
            sent.add(Map.entry(CONTENT_TYPE, type));
        }
        Set<String> ofTheConnection = ConnectionFields.named(fields.values("Connection"));
        for (Map.Entry<String, String> field : fields.all()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (!ofTheConnection.contains(name) && isTrue(name, content)) {
                sent.add(Map.entry(field.getKey(), local(field, url)));
            }
        }
        return List.copyOf(sent);
    }

    /** Return whether a field is still true when its response is sent again. */
    private static boolean isTrue(String name, HarField content) {
        boolean isCoded = content.member(HarEntry.CODED).find().isPresent();
        return switch (name) {
            case "date", "content-type", "content-length" -> false;
            case "content-encoding" -> isCoded;
            default -> true;
        };
    }

    /** Let a redirect to the host that answers stay at the server that answers in its place. */
    private static String local(Map.Entry<String, String> field, HarUrl url) {
        return field.getKey().equalsIgnoreCase("Location")
                ? HarUrl.parse(field.getValue())
                        .filter(target -> target.isHttp() && target.host().equals(url.host()))
                        .map(target -> target.target() + fragment(field.getValue()))
                        .orElse(field.getValue())
                : field.getValue();
    }

    private static String fragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? "" : url.substring(hash);
    }
}
