package io.github.postfixture.web;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.web.coding.UndecodableException;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the requests that came to a {@link WebServer}.
 *
 * <p>{@code receives..} waits, at most for the timeout of the server or for {@link #within(Duration)}, and each request
 * ends one wait only. {@code receivesNothing..} fails at once on a match. What begins with {@code has} looks at
 * what there is and does not wait; requests that are answered are always there, those that an await has returned included.
 */
public class WebServerAssert extends AbstractExplainedAssert<WebServerAssert, WebServer> {

    private static final String NAME = "the web server";
    private static final int MOST_LINES = 40;

    private Duration timeout;

    WebServerAssert(WebServer actual) {
        super(actual, WebServerAssert.class);
        hideSubject();
        timeout = actual.timeout();
    }

    /** Let the checks that follow wait for this long at most. The default is the timeout of the server. */
    public WebServerAssert within(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Wait for the next request that no wait has returned yet, until its answer has left, and go on to it. */
    public ExchangeAssert receivesRequest() {
        return receivesRequest(RequestCriteria.any());
    }

    /** Wait for the next request that meets the criteria; otherwise as {@link #receivesRequest()}. */
    public ExchangeAssert receivesRequest(RequestCriteria criteria) {
        return Assertions.assertThat(next(criteria));
    }

    /** Wait for so many requests that no wait has returned yet, and go on to them. */
    public ListAssert<Exchange> receivesRequests(int count) {
        AwaitCondition any = AwaitCondition.of(RequestCriteria.any());
        return Assertions.assertThat(actual.arrivals().exchanges(count, any, timeout))
                .as("requests received by %s", actual);
    }

    /** Wait for a request for each of the criteria, and verify that they were answered in this order. */
    public WebServerAssert receivesInOrder(RequestCriteria... criteria) {
        List<Exchange> exchanges = Arrays.stream(criteria).map(this::next).toList();
        List<Exchange> inOrder = exchanges.stream()
                .sorted(Comparator.comparing(Exchange::number))
                .toList();
        if (!inOrder.equals(exchanges)) {
            throw failing(
                    FailureMessage.expected(NAME + " to receive requests " + inOrder(criteria), "the order was another")
                            .with("They came in this order", inOrder));
        }
        return this;
    }

    /**
     * Wait for the barrier, a request that comes after everything that could be wrong, and verify that nothing came
     * before it but what a wait has returned. So a negative takes no longer than the request itself.
     */
    public WebServerAssert receivesNothingBefore(RequestCriteria barrier) {
        return receivesNothingBefore(barrier, RequestCriteria.any());
    }

    /** Wait for the barrier, and verify that before it came nothing that meets the criteria and no wait returned. */
    public WebServerAssert receivesNothingBefore(RequestCriteria barrier, RequestCriteria criteria) {
        Exchange last = next(barrier);
        List<Exchange> unwanted = actual.arrivals().unwantedBefore(last, criteria);
        if (!unwanted.isEmpty()) {
            throw failing(FailureMessage.expected(
                            NAME + " to receive no request" + criteria.afterNoun() + " before " + last,
                            "it received " + (unwanted.size() == 1 ? "one" : unwanted.size()))
                    .with("It received", unwanted));
        }
        return this;
    }

    private Exchange next(RequestCriteria criteria) {
        return actual.arrivals()
                .exchanges(1, AwaitCondition.of(criteria), timeout)
                .get(0);
    }

    /**
     * Verify that there is no request but what an await has returned, and that none comes for this long. Fail at once
     * when there is.
     */
    public WebServerAssert receivesNothingFor(Duration time) {
        return receivesNothingFor(time, RequestCriteria.any());
    }

    /** Verify that no request meets the criteria; otherwise as {@link #receivesNothingFor(Duration)}. */
    public WebServerAssert receivesNothingFor(Duration time, RequestCriteria criteria) {
        Optional<Exchange> unexpected = actual.arrivals().unwanted(criteria, time);
        if (unexpected.isPresent()) {
            throw failing(
                    NAME + " to receive no request" + criteria.afterNoun() + " for " + InWords.of(time),
                    "it received " + unexpected.get());
        }
        return this;
    }

    /** Verify that so many requests have come so far, those that an await has returned included. */
    public WebServerAssert hasRequestCount(int count) {
        return hasRequestCount(count, RequestCriteria.any());
    }

    /** Verify how many of the requests so far meet the criteria, those that an await has returned included. */
    public WebServerAssert hasRequestCount(int count, RequestCriteria criteria) {
        List<Exchange> found = matching(criteria);
        if (found.size() != count) {
            throw failing(
                    FailureMessage.expected(
                                    Quantity.of(count, "request") + criteria.afterNoun(),
                                    found.isEmpty() ? noneCame() : found.size() + " came")
                            .with(listed(found.isEmpty() ? actual.exchanges() : found)),
                    count,
                    found.size());
        }
        return this;
    }

    /** Verify that requests came that meet these criteria, in this order, whatever came in between. */
    public WebServerAssert hasRequestsInOrder(RequestCriteria... criteria) {
        int met = 0;
        for (Exchange exchange : actual.exchanges()) {
            met += met < criteria.length && criteria[met].test(exchange.request()) ? 1 : 0;
        }
        if (met < criteria.length) {
            throw failing(FailureMessage.expected(
                            NAME + " to have received requests " + inOrder(criteria),
                            "none" + criteria[met].afterNoun() + " came "
                                    + (met == 0 ? "at all" : "after one" + criteria[met - 1].afterNoun()))
                    .with(listed(actual.exchanges())));
        }
        return this;
    }

    /**
     * Verify that requests with the same value of a header field, such as {@code Idempotency-Key}, are repetitions: of
     * the same method, path, query and content.
     */
    public WebServerAssert hasSameRequestPer(String header) {
        Map<String, Exchange> first = new TreeMap<>();
        for (Exchange exchange : actual.exchanges()) {
            for (String key : exchange.request().headerValues(header)) {
                Exchange before = first.putIfAbsent(key, exchange);
                if (before != null && !before.request().isRepeatedBy(exchange.request())) {
                    throw unequal(header, key, before, exchange);
                }
            }
        }
        return this;
    }

    /** Go on to all exchanges so far, in order. */
    public ListAssert<Exchange> exchanges() {
        return Assertions.assertThat(actual.exchanges()).as("exchanges of %s", actual);
    }

    private AssertionError unequal(String header, String key, Exchange one, Exchange other) {
        return failing(FailureMessage.expected(
                        "the same request for each " + header,
                        "there are different ones for " + Credentials.masked(header, key))
                .with("They are", List.of(shown(one), shown(other))));
    }

    private static String shown(Exchange exchange) {
        String content = content(exchange.request());
        return content.isEmpty() ? exchange.toString() : exchange + "\n" + content;
    }

    private static String content(Request request) {
        try {
            return request.body();
        } catch (UndecodableException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private List<Exchange> matching(RequestCriteria criteria) {
        return actual.exchanges().stream()
                .filter(exchange -> criteria.test(exchange.request()))
                .toList();
    }

    private static String inOrder(RequestCriteria... criteria) {
        return Arrays.stream(criteria).map(RequestCriteria::toString).collect(Collectors.joining(", then "));
    }

    private String noneCame() {
        return "none came" + (actual.exchanges().isEmpty() ? whyNone()[0] : "");
    }

    /** Return how a sentence goes on that says that none came, and the lines that follow it. */
    private String[] whyNone() {
        String[] parts = actual.whyNone().split("\n", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }

    private String listed(List<Exchange> exchanges) {
        return exchanges.isEmpty() ? whyNone()[1] : "There are:\n" + Listing.of(exchanges, MOST_LINES);
    }
}
