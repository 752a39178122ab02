package io.github.postfixture.web.site;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a gateway changes of the header fields that pass. */
final class ForwardedFields {

    /** Those that the client library writes itself. */
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length", "expect");

    private static final String VIA = "1.1 postfixture";

    private ForwardedFields() {}

    /** Return the fields to send to the server behind. */
    static List<Map.Entry<String, String>> fields(SiteRequest request) {
        Set<String> own = ConnectionFields.named(request.headers("Connection"));
        own.addAll(OF_THE_CLIENT);
        own.addAll(Set.of("x-forwarded-for", "forwarded", "via"));
        List<Map.Entry<String, String>> fields = request.message().fields().stream()
                .filter(field -> !own.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).matches("x-forwarded-(proto|host)"))
                .collect(Collectors.toCollection(ArrayList::new));
        String client = address(request.message().ends().there());
        fields.add(Map.entry("X-Forwarded-For", after(request, "X-Forwarded-For", client)));
        fields.add(Map.entry("X-Forwarded-Host", request.authority()));
        fields.add(Map.entry("X-Forwarded-Proto", request.scheme()));
        fields.add(Map.entry("Forwarded", after(request, "Forwarded", forwarded(request, client))));
        fields.add(Map.entry("Via", after(request, "Via", VIA)));
        return fields;
    }

    /** Return one element of {@code Forwarded} (RFC 7239). */
    private static String forwarded(SiteRequest request, String client) {
        String node = client.indexOf(':') < 0 ? client : "\"[" + client + "]\"";
        return "for=" + node + ";host=\"" + request.authority() + "\";proto=" + request.scheme();
    }

    private static String after(SiteRequest request, String name, String value) {
        return request.header(name).map(before -> before + ", " + value).orElse(value);
    }

    private static String address(InetSocketAddress client) {
        return client.isUnresolved()
                ? client.getHostString()
                : client.getAddress().getHostAddress();
    }

    /** Return an answer as the client may see it. */
    static SiteResponse back(SiteRequest request, URI origin, SiteResponse answer) {
        Set<String> own = ConnectionFields.named(answer.headers("Connection"));
        own.add("date");
        own.add(":status");
        SiteResponse passed = answer.without(name -> own.contains(name.toLowerCase(Locale.ROOT)))
                .with("Via", VIA);
        return answer.header("Location")
                .map(location -> passed.withOnly("Location", turn(request, origin.toString(), location)))
                .orElse(passed);
    }

    /** Turn an address at the server behind into one of ours. */
    private static String turn(SiteRequest request, String origin, String location) {
        String root = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
        return location.equals(root) || location.startsWith(root + "/")
                ? request.scheme() + "://" + request.authority() + request.prefix() + location.substring(root.length())
                : location;
    }
}
