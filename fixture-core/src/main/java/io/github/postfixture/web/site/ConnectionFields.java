package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.FieldText;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The fields that concern one connection only, and are not passed on (RFC 9110 section 7.6.1).
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ConnectionFields {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private ConnectionFields() {}

    /** Return their names in lower case, those that {@code Connection} names included. */
    public static Set<String> named(List<String> connection) {
        Set<String> names = new HashSet<>(ALWAYS);
        connection.stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .forEach(names::add);
        return names;
    }

    /**
     * Add a field to a request that is passed on.
     *
     * @throws IllegalArgumentException if the client cannot send it: that of the JDK sends {@code ?} for all beyond ASCII
     */
    public static void pass(String name, String value, HttpRequest.Builder request) {
        if (!FieldText.isAscii(value)) {
            throw new IllegalArgumentException("the JDK's HTTP client, which would pass it on, cannot send the field "
                    + name + ", as its value has characters beyond ASCII");
        }
        request.header(name, value);
    }
}
