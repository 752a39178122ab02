package io.github.postfixture.web.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The header fields of a message in a HAR file.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HarFields(List<Map.Entry<String, String>> all) {

    /**
     * Read an array of fields. HTTP/2 tells its pseudo-header fields, such as {@code :path}, which are left out (RFC 9113
     * section 8.3); of several values in one, each has a line in Chromium.
     */
    static HarFields of(HarField headers) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (HarField header : headers.items()) {
            String name = header.member("name").text();
            if (!name.startsWith(":")) {
                for (String value : header.member("value").text().split("\n", -1)) {
                    fields.add(Map.entry(name, value.strip()));
                }
            }
        }
        return new HarFields(List.copyOf(fields));
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        return all.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }
}
