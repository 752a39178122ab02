package io.github.postfixture.web.request;

import io.github.postfixture.await.Criteria;
import io.github.postfixture.await.Criterion;
import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.json.Json;
import io.github.postfixture.web.coding.UndecodableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Which request is meant, in words that a failure can repeat. Immutable.
 *
 * <pre>{@code
 * web.awaitRequest(RequestCriteria.path("/orders/{id}").and(RequestCriteria.json("{\"count\": 2}")));
 * }</pre>
 */
public final class RequestCriteria implements Predicate<Request> {

    private static final String QUERY = "query";

    private final Criteria<Request> criteria;
    private final @Nullable Key key;

    private RequestCriteria(Criteria<Request> criteria, @Nullable Key key) {
        this.criteria = criteria;
        this.key = key;
    }

    private static RequestCriteria of(Criteria<Request> criteria) {
        return new RequestCriteria(criteria, null);
    }

    private static RequestCriteria of(Criterion<Request> criterion) {
        return of(Criteria.of(criterion));
    }

    /** Mean requests with this value for something that has a name, and can be looked up by it. */
    private static RequestCriteria valued(String kind, String name, String value, Function<Request, List<String>> all) {
        return valued(kind, name, value, all, UnaryOperator.identity());
    }

    /** Mean the same of a value that may be a secret, and say how it may be shown. */
    private static RequestCriteria valued(
            String kind, String name, String value, Function<Request, List<String>> all, UnaryOperator<String> shown) {
        return valued(kind, name, value, all, shown, request -> "");
    }

    /** Mean the same of text that came in a charset, and say what speaks against that one. */
    private static RequestCriteria valued(
            String kind,
            String name,
            String value,
            Function<Request, List<String>> all,
            UnaryOperator<String> shown,
            Function<Request, String> note) {
        String named = name.isEmpty() ? kind : kind + " " + name;
        String described = kind.equals(QUERY)
                ? QueryWords.of(name + "=" + shown.apply(value))
                : "with " + named + "=" + shown.apply(value);
        Criterion<Request> criterion = RequestCriterion.valued(
                described,
                named,
                value,
                all,
                request -> instead(value, all.apply(request), shown)
                        + PlusSign.note(value, all.apply(request))
                        + note.apply(request));
        return new RequestCriteria(Criteria.of(criterion), new Key(named, request -> readable(all, request), value));
    }

    private static List<String> readable(Function<Request, List<String>> all, Request request) {
        try {
            return all.apply(request);
        } catch (UndecodableException e) {
            return List.of();
        }
    }

    private static String instead(String value, List<String> values, UnaryOperator<String> shown) {
        List<String> shownValues = values.stream().map(shown).toList();
        return shownValues.stream()
                        .map(each -> FailureMessage.excerpt(value, each))
                        .collect(Collectors.joining(", "))
                + (values.equals(shownValues) ? "" : " (another one, masked)");
    }

    /** Mean every request. */
    public static RequestCriteria any() {
        return of(Criteria.any());
    }

    /** Mean requests with this method. */
    public static RequestCriteria method(String method) {
        return of(Criterion.of(
                "by " + method,
                request -> request.method().equals(method),
                request -> "has method " + request.method()));
    }

    /**
     * Mean requests to this path.
     *
     * @param path a path or a template such as {@code /users/{id}} or {@code /files/{path*}}
     */
    public static RequestCriteria path(String path) {
        PathTemplate template = PathTemplate.of(path);
        return of(Criterion.of(
                "to " + path, request -> template.match(request).isPresent(), request -> "goes to " + request.path()));
    }

    /** Mean requests whose query has this parameter with this value, both decoded. */
    public static RequestCriteria query(String name, String value) {
        return valued(QUERY, name, value, request -> request.query().getOrDefault(name, List.of()));
    }

    /** Mean requests that have this header field with this value; its name in any case. */
    public static RequestCriteria header(String name, String value) {
        return valued(
                "header", name, value, request -> request.headerValues(name), shown -> Credentials.masked(name, shown));
    }

    /** Mean requests that carry this cookie with this value. */
    public static RequestCriteria cookie(String name, String value) {
        return valued(
                "cookie",
                name,
                value,
                request -> Optional.ofNullable(request.cookies().get(name)).stream()
                        .toList(),
                Credentials::masked);
    }

    /** Mean requests for this host, in any case, without its port and a final dot. */
    public static RequestCriteria host(String host) {
        return valued("host", "", HostName.of(host), request -> List.of(request.host()));
    }

    /** Mean requests whose form, sent as {@code application/x-www-form-urlencoded}, has this field with this value. */
    public static RequestCriteria form(String name, String value) {
        return valued("form field", name, value, request -> request.form().getOrDefault(name, List.of()));
    }

    /** Mean requests whose content, of a multipart type such as {@code multipart/form-data}, has this part with this text. */
    public static RequestCriteria part(String name, String text) {
        return valued(
                "part",
                name,
                text,
                request -> parts(request, name).map(Part::text).toList(),
                UnaryOperator.identity(),
                request -> parts(request, name).map(Part::charsetNote).collect(Collectors.joining()));
    }

    private static Stream<Part> parts(Request request, String name) {
        return request.parts().stream().filter(part -> part.name().equals(name));
    }

    /** Mean requests with exactly this text as their content, once its content codings are taken away. */
    public static RequestCriteria body(String text) {
        return valued(
                "content",
                "",
                text,
                request -> List.of(request.body()),
                UnaryOperator.identity(),
                request -> HttpContent.charsetNote(request.headers(), request.bytes()));
    }

    /**
     * Mean requests whose content is this JSON, whatever the order of members and the white space.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public static RequestCriteria json(String json) {
        Json expected = Json.parse(json);
        return of(RequestCriterion.json("with JSON " + expected, expected, actual -> actual.differenceFrom(expected)));
    }

    /**
     * Mean requests whose content is JSON that has all of this; objects may have more members, arrays may not have more
     * items.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public static RequestCriteria jsonContaining(String json) {
        Json expected = Json.parse(json);
        return of(RequestCriterion.json(
                "with JSON containing " + expected, expected, actual -> actual.differenceFromPart(expected)));
    }

    /**
     * Mean requests whose content is this XML, whatever its prefixes, comments, order of attributes, and white space
     * between elements.
     *
     * @throws IllegalArgumentException if the text is not XML
     */
    public static RequestCriteria xml(String xml) {
        Xml expected = Xml.parse(xml);
        return of(RequestCriterion.xml("with XML " + xml, expected));
    }

    /** Mean requests for which the condition holds. */
    public static RequestCriteria matching(String description, Predicate<? super Request> condition) {
        return of(Criterion.<Request>of(description, condition, request -> "does not fulfil the condition")
                .identifiedBy(condition));
    }

    /** Mean requests that meet all of these. */
    public static RequestCriteria allOf(RequestCriteria... criteria) {
        return of(Criteria.allOf(
                Arrays.stream(criteria).map(each -> each.criteria).toList()));
    }

    /** Mean requests that meet one of these or more. */
    public static RequestCriteria anyOf(RequestCriteria... criteria) {
        return of(Criteria.anyOf(Arrays.asList(criteria), request -> "is none of these"));
    }

    /** Mean requests that do not meet this. */
    public static RequestCriteria not(RequestCriteria criteria) {
        return of(criteria.criteria.negated(request -> "is one"));
    }

    /** Mean requests that meet this and the other. */
    public RequestCriteria and(RequestCriteria other) {
        return allOf(this, other);
    }

    /** Return whether a request meets this; one whose content would have to be decoded and cannot be, does not. */
    @Override
    public boolean test(Request request) {
        try {
            return criteria.test(request);
        } catch (UndecodableException e) {
            return false;
        }
    }

    /**
     * Return what a request is or has instead, as the rest of a sentence on it; nothing if it meets the criteria.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<String> complaint(Request request) {
        try {
            return criteria.firstDifference(request).map(criterion -> criterion.found(request));
        } catch (UndecodableException e) {
            return Optional.of("has " + e.getMessage());
        }
    }

    /**
     * Return how far a request is from meeting this: 0 if it does, 1 if it is quite another.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public double distance(Request request) {
        return criteria.all().stream()
                .mapToDouble(criterion -> distance(criterion, request))
                .sum();
    }

    private static double distance(Criterion<Request> criterion, Request request) {
        try {
            return criterion.distance(request);
        } catch (UndecodableException e) {
            return 1;
        }
    }

    /**
     * Return what is wanted, with a blank in front, to follow the word request; or nothing if every request is.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public String afterNoun() {
        return toString().isEmpty() ? "" : " " + this;
    }

    /**
     * Return by what the requests that meet this can be looked up, if by something.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<Key> key() {
        return Optional.ofNullable(key);
    }

    /** Return whether both say and compare the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestCriteria requests && criteria.equals(requests.criteria);
    }

    @Override
    public int hashCode() {
        return criteria.hashCode();
    }

    /** Return the criteria in words, such as {@code to /orders/{id}?full=true}. */
    @Override
    public String toString() {
        return QueryWords.joined(criteria.all());
    }

    /**
     * A value that a request must have.
     *
     * @param facet what is compared, such as {@code query full}
     * @param values the values of that in a request
     * @param value the one that will do
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public record Key(String facet, Function<Request, List<String>> values, String value) {}
}
