package io.github.postfixture.web.recording;

import io.github.postfixture.octets.Octets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A request in a HAR file.
 *
 * @param url what it was for
 * @param content what was posted; nothing if there was nothing, or the file does not have it
 * @param type the type of that, or an empty text
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HarRequest(String method, HarUrl url, HarFields fields, Optional<Octets> content, String type) {

    static HarRequest of(HarField request) {
        HarFields fields = HarFields.of(request.member("headers"));
        HarField posted = request.member("postData");
        String type = fields.first("Content-Type")
                .or(() -> posted.member("mimeType").optionalText())
                .orElse("");
        return new HarRequest(
                request.member("method").text(),
                HarUrl.of(request.member("url")),
                fields,
                HarContent.of(posted, type).or(() -> form(posted)).filter(content -> content.length() > 0),
                type);
    }

    /** Return the form that was posted, of which some write the parameters only. */
    private static Optional<Octets> form(HarField posted) {
        String form = posted.member("params").items().stream()
                .map(field -> encoded(field.member("name")) + "=" + encoded(field.member("value")))
                .collect(Collectors.joining("&"));
        return Optional.of(Octets.of(form)).filter(content -> isForm(posted));
    }

    private static boolean isForm(HarField posted) {
        return posted.member("mimeType")
                .optionalText()
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    private static String encoded(HarField field) {
        return URLEncoder.encode(field.optionalText().orElse(""), StandardCharsets.UTF_8);
    }
}
