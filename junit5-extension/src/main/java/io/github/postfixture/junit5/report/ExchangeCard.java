package io.github.postfixture.junit5.report;

import static io.github.postfixture.junit5.report.Markup.span;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP exchange in the report: the request and the response. */
final class ExchangeCard {

    private final Event event;
    private final Exchange exchange;

    ExchangeCard(Event event, Exchange exchange) {
        this.event = event;
        this.exchange = exchange;
    }

    static String id(Event event) {
        return "exchange-" + event.number();
    }

    String render(boolean open) {
        String id = id(event);
        return Markup.card(id, "exchange", head(), Markup.tabs(id, panes()) + file(), open);
    }

    private String head() {
        String status = exchange.response()
                .map(response -> Integer.toString(response.status()))
                .orElse("no answer");
        boolean good =
                exchange.response().filter(response -> response.status() < 400).isPresent();
        return span("method", exchange.request().method())
                + span("subject", exchange.request().target())
                + span(good ? "status good" : "status bad", status)
                + span(
                        "people",
                        exchange.source().name().toLowerCase(Locale.ROOT) + ", " + InWords.of(exchange.duration()));
    }

    private List<Map.Entry<String, String>> panes() {
        List<Map.Entry<String, String>> panes = new ArrayList<>();
        panes.add(Map.entry("Request", Markup.text(ExchangeText.request(exchange))));
        exchange.response()
                .ifPresent(response -> panes.add(Map.entry("Response", Markup.text(ExchangeText.response(response)))));
        return panes;
    }

    private String file() {
        String name = ReportFiles.exchange(event);
        return "<p class=\"files\"><a href=\"" + name + "\">" + name + "</a></p>\n";
    }
}
