package io.github.postfixture.web;

import io.github.postfixture.web.recording.Har;
import io.github.postfixture.web.recording.HarWriter;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a HAR of the exchanges of a server.
 *
 * @param origin the server that is recorded, if one is
 */
record HarExport(Optional<URI> origin) {

    private static final Set<Exchange.Source> KEPT =
            Set.of(Exchange.Source.STUB, Exchange.Source.SITE, Exchange.Source.ORIGIN);

    Har of(List<Exchange> exchanges) {
        HarWriter writer = new HarWriter();
        exchanges.stream().filter(HarExport::isKept).forEach(exchange -> add(exchange, writer));
        return writer.har();
    }

    /** Return whether it has a proper answer, to a request for a path. */
    private static boolean isKept(Exchange exchange) {
        return KEPT.contains(exchange.source())
                && exchange.response()
                        .filter(response -> response.status() != 101)
                        .isPresent()
                && exchange.request().target().startsWith("/");
    }

    private void add(Exchange exchange, HarWriter writer) {
        Response response = exchange.response().orElseThrow();
        checkWhole(exchange, "response", response.bytes().length, response.length());
        checkWhole(
                exchange,
                "request",
                exchange.request().bytes().length,
                exchange.request().length());
        Duration waited = exchange.firstByteAfter().orElse(exchange.duration());
        Duration received =
                exchange.lastByteAfter().map(last -> last.minus(waited)).orElse(Duration.ZERO);
        writer.add(
                exchange.request(),
                response,
                exchange.source() == Exchange.Source.ORIGIN ? origin : Optional.empty(),
                exchange.at(),
                waited,
                received.isNegative() ? Duration.ZERO : received);
    }

    private static void checkWhole(Exchange exchange, String part, long kept, long length) {
        if (kept < length) {
            throw new IllegalStateException("the " + part + " of " + exchange + " has a content of " + length
                    + " bytes, of which the first " + kept + " were kept; a HAR needs it whole");
        }
    }
}
