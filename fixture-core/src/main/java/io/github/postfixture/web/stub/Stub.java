package io.github.postfixture.web.stub;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.request.PathTemplate;
import io.github.postfixture.web.request.QueryWords;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A scripted answer; see {@link io.github.postfixture.web.WebServer#on(String, String)}. Safe for use by several threads. */
public final class Stub {

    /**
     * The method of a stub that answers requests of every method.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static final String ANY = "any";

    /** How much further away another method is than one other value. */
    private static final int OTHER_METHOD = 4;

    private final long number;
    private final int priority;
    private final String method;
    private final PathTemplate path;
    private final Set<RequestCriteria> criteria;
    private final boolean runsOut;
    private final List<StubAnswer> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * Make a stub without an answer.
     *
     * @param number its place among the stubs of its server, by age
     * @param priority its place before others; the higher goes first
     * @param runsOut whether it answers no more when all answers have been given
     */
    Stub(long number, int priority, String method, PathTemplate path, Set<RequestCriteria> criteria, boolean runsOut) {
        this.number = number;
        this.priority = priority;
        this.method = method;
        this.path = path;
        this.criteria = criteria;
        this.runsOut = runsOut;
    }

    /** Answer this way after the answers so far have been given, once each; the last answer stays. */
    public Stub then(Response response) {
        answers.add(new StubAnswer.Fixed(response));
        return this;
    }

    /** Let a handler answer after the answers so far have been given, once each; the last answer stays. */
    public Stub then(Handler handler) {
        answers.add(new StubAnswer.Handled(handler));
        return this;
    }

    /**
     * Let a fault strike in the place of an answer, after the answers so far have been given, once each; as the last, it
     * stays. One that lets the ordinary answer through, such as a delay, lets that of the answer after it through, or else
     * that before it; an empty 200 if there is none.
     */
    public Stub then(Fault<? super HttpFault> fault) {
        answers.add(new StubAnswer.Faulty(fault, this, answers.size()));
        return this;
    }

    /** Return the answer after a place that is no fault, or else that before it; an empty 200 if there is none. */
    StubAnswer ordinaryNear(int place) {
        Stream<StubAnswer> after = answers.stream().skip(place).filter(Stub::isOrdinary);
        Stream<StubAnswer> before = answers.stream().limit(place).filter(Stub::isOrdinary);
        return after.findFirst()
                .or(() -> before.reduce((one, next) -> next))
                .orElseGet(() -> new StubAnswer.Fixed(Response.ok()));
    }

    private static boolean isOrdinary(StubAnswer answer) {
        return !(answer instanceof StubAnswer.Faulty);
    }

    /** Return how many requests it has answered. */
    public int calls() {
        return calls.get();
    }

    /**
     * Return the next answer, which counts as given; nothing if there is none any more.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<StubAnswer> next() {
        int call = calls.getAndUpdate(given -> isSpentAfter(given) ? given : given + 1);
        return isSpentAfter(call) ? Optional.empty() : Optional.of(answers.get(Math.min(call, answers.size() - 1)));
    }

    private boolean isSpentAfter(int given) {
        return runsOut && given >= answers.size();
    }

    int priority() {
        return priority;
    }

    String method() {
        return method;
    }

    PathTemplate path() {
        return path;
    }

    Set<RequestCriteria> criteria() {
        return criteria;
    }

    /** Return whether a request has all that is asked for, its method and path aside. */
    boolean accepts(Request request) {
        if (isSpentAfter(calls())) {
            return false;
        }
        for (RequestCriteria each : criteria) {
            if (!each.test(request)) {
                return false;
            }
        }
        return true;
    }

    /** Return whether it is for a request, method and path included. */
    boolean isFor(Request request) {
        return answersMethod(request.method()) && path.match(request).isPresent() && accepts(request);
    }

    boolean answersMethod(String asked) {
        return method.equals(ANY) || method.equals(asked) || (asked.equals("HEAD") && method.equals("GET"));
    }

    /** Return whether this is to be taken rather than another of the same method and path, if both will do. */
    boolean goesBefore(@Nullable Stub other) {
        return other == null
                || criteria.size() > other.criteria.size()
                || (criteria.size() == other.criteria.size() && number > other.number);
    }

    /**
     * Return the variables of the path by name, decoded.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Map<String, String> variables(Request request) {
        return path.isLiteral() ? Map.of() : path.match(request).orElse(Map.of());
    }

    /** Return what the request is or has instead of what this stub is for; nothing if it is for the request. */
    List<String> complaints(Request request) {
        Optional<String> place =
                path.match(request).isPresent() ? Optional.empty() : Optional.of("goes to " + request.path());
        Optional<String> verb =
                answersMethod(request.method()) ? Optional.empty() : Optional.of("has method " + request.method());
        Optional<String> late = isSpentAfter(calls())
                ? Optional.of("comes after its last answer, number " + answers.size())
                : Optional.empty();
        return Stream.concat(
                        Stream.of(place, verb, late).flatMap(Optional::stream),
                        criteria.stream().flatMap(each -> each.complaint(request).stream()))
                .toList();
    }

    /** Return how far a request is from this stub, its path aside. */
    double distance(Request request) {
        double more = answersMethod(request.method()) ? 0 : OTHER_METHOD;
        return more
                + criteria.stream().mapToDouble(each -> each.distance(request)).sum();
    }

    /** Return for which requests it is, such as {@code GET /users/{id}?full=true}. */
    @Override
    public String toString() {
        return QueryWords.joined(Stream.concat(Stream.of(method + " " + path), criteria.stream())
                        .toList())
                + (priority == 0 ? "" : " at priority " + priority);
    }
}
