package io.github.postfixture.page;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page that wants to be left says, in a header or in its markup. */
final class Refresh {

    private static final Pattern FORM = Pattern.compile("(?is)\\s*+[\\d.]++(?=[;,\\s])\\s*+[;,]?+\\s*+"
            + "(?:url\\s*+=\\s*+)?+(?:\"([^\"]*+).*+|'([^']*+).*+|(\\S.*+))");

    private Refresh() {}

    /** Return the request for the page that another one asks for; a page that asks for itself asks for nothing. */
    static Optional<PageRequest> of(HttpExchange hop) {
        URI uri = hop.request().uri();
        PageContent body = PageContent.of(hop.response());
        return Optional.of(hop.header("Refresh"))
                .filter(header -> !header.isEmpty())
                .or(() -> Optional.ofNullable(body.document().selectFirst("meta[http-equiv=refresh]"))
                        .map(meta -> meta.attr("content")))
                .flatMap(Refresh::address)
                .map(address -> ReferenceParser.resolve(
                        ReferenceParser.parse(body.document().baseUri()), address))
                .filter(target -> !ReferenceParser.withoutFragment(target).equals(ReferenceParser.withoutFragment(uri)))
                .map(PageRequest::get);
    }

    private static Optional<String> address(String content) {
        Matcher matcher = FORM.matcher(content);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .or(() -> Optional.ofNullable(matcher.group(3)));
    }
}
