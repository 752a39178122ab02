package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.net.UndecodableException;
import io.github.postfixture.timeline.InWords;
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
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the requests that came to a {@link WebServer}.
 *
 * <p>{@code receives..} waits, at most for the timeout of the server or for {@link #within(Duration)}, and each request
 * ends one wait only. {@code receivesNothing..} fails at once on a match. What begins with {@code has} looks at
 * what there is and does not wait; requests that are answered are always there, those that an await has returned included.
 */
public class WebServerAssert extends AbstractAssert<WebServerAssert, WebServer> {

    private static final int MOST_LINES = 40;

    private Duration timeout;

    WebServerAssert(WebServer actual) {
        super(actual, WebServerAssert.class);
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
            throw failure(
                    "%nExpecting:%n  %s%nto receive in this order:%n%s%nbut the order was:%n%s",
                    actual, Listing.of(Arrays.asList(criteria)), Listing.of(inOrder));
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
            throw failure(
                    "%nExpecting:%n  %s%nto receive no request before:%n  %s%nbut it received:%n%s",
                    subject(criteria), last, Listing.of(unwanted));
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
            throw failure(
                    "%nExpecting:%n  %s%nto receive no request for:%n  %s%nbut it received:%n  %s",
                    subject(criteria), InWords.of(time), unexpected.get());
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
            throw failure(
                    "%nExpecting:%n  %s%nto have received:%n  %s %s%s%nbut it received:%n  %s%s",
                    actual,
                    count,
                    count == 1 ? "request" : "requests",
                    criteria.afterNoun(),
                    found.size(),
                    listed(found.isEmpty() ? actual.exchanges() : found));
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
            throw failure(
                    "%nExpecting:%n  %s%nto have received, in this order:%n  %s%nbut there is none in its place:%n  %s%s",
                    actual,
                    List.of(criteria).stream().map(RequestCriteria::toString).collect(Collectors.joining("\n  ")),
                    criteria[met],
                    listed(actual.exchanges()));
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
                    throw differing(header, key, before, exchange);
                }
            }
        }
        return this;
    }

    /** Go on to all exchanges so far, in order. */
    public ListAssert<Exchange> exchanges() {
        return Assertions.assertThat(actual.exchanges()).as("exchanges of %s", actual);
    }

    private AssertionError differing(String header, String key, Exchange one, Exchange other) {
        return failure(
                "%nExpecting:%n  %s%nto have received the same request for each:%n  %s%nbut for %s there is:"
                        + "%n  %s%n  %s%nand:%n  %s%n  %s",
                actual, header, key, one, shown(one.request()), other, shown(other.request()));
    }

    private static String shown(Request request) {
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

    private String subject(RequestCriteria criteria) {
        return criteria.toString().isEmpty() ? actual.toString() : actual + ", asked " + criteria + ",";
    }

    private String listed(List<Exchange> exchanges) {
        return exchanges.isEmpty() ? actual.whyNone() : "; there are:\n" + Listing.of(exchanges, MOST_LINES);
    }
}
