package io.github.postfixture.web;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.PreformattedText;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.web.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An HTTP exchange in a report: the request and the response. */
final class ExchangeCard implements EventCard {

    private static final CardSection EXCHANGES = new CardSection("exchanges", "HTTP exchanges");
    private static final String FILE = ".txt";
    private static final int LONGEST_TEXT = 4_000;

    private final Exchange exchange;

    private ExchangeCard(Exchange exchange) {
        this.exchange = exchange;
    }

    static EventCard of(Exchange exchange) {
        return new ExchangeCard(exchange);
    }

    @Override
    public CardSection section() {
        return EXCHANGES;
    }

    @Override
    public String label() {
        return exchange.request().method();
    }

    @Override
    public String title() {
        return exchange.request().target();
    }

    @Override
    public Optional<String> location() {
        return exchange.request()
                .header("Host")
                .map(host -> (exchange.request().isSecure() ? "https://" : "http://") + host + title());
    }

    @Override
    public Markup facts() {
        String status = exchange.response()
                .map(response -> Integer.toString(response.status()))
                .orElse("no answer");
        boolean good =
                exchange.response().filter(response -> response.status() < 400).isPresent();
        return Markup.of(
                Markup.element("span", good ? "status good" : "status bad").text(status),
                Markup.element("span", "people")
                        .text(exchange.source().name().toLowerCase(Locale.ROOT) + ", "
                                + InWords.of(exchange.duration())));
    }

    @Override
    public List<Pane> panes(CardContext context) {
        List<Pane> panes = new ArrayList<>();
        panes.add(pane("Request", ExchangeText.request(exchange), context));
        exchange.response()
                .ifPresent(response -> panes.add(pane("Response", ExchangeText.response(response), context)
                        .about(wordsOf(response))));
        return panes;
    }

    /** Return what a sentence about the response says; a header by its name, if the request has none of that name. */
    private String[] wordsOf(Response response) {
        return Stream.concat(
                        Stream.of("status ", "response", "redirect", "cookie ", "page http"),
                        response.headers().map().keySet().stream()
                                .filter(name -> exchange.request().header(name).isEmpty())
                                .map(name -> "header " + name))
                .toArray(String[]::new);
    }

    private static Pane pane(String title, String text, CardContext context) {
        return new Pane(title, PreformattedText.of(text, LONGEST_TEXT, context.address(FILE)));
    }

    @Override
    public List<CardFile> files() {
        return List.of(CardFile.text(FILE, () -> ExchangeText.of(exchange)));
    }
}
