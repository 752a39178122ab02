package io.github.postfixture.web.fault;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.web.request.PathTemplate;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The requests at which a fault is to strike, before any service, stub or site is looked for; begin with {@link
 * io.github.postfixture.web.WebServer#at(String)}. Immutable: every method that narrows the place returns a new one.
 *
 * <pre>{@code
 * web.at("/pay").times(2, HttpFault.status(503));
 * web.at("POST", "/orders/{id}").matching(RequestCriteria.header("X-Slow", "1")).always(ConnectionFault.throttle(100));
 * }</pre>
 */
public final class HttpFaultPoint implements FaultPoint<HttpFault> {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    private final FaultPlan<Request, HttpFault> plan;
    private final String place;
    private final boolean hasContent;
    private final Predicate<Request> meant;

    private HttpFaultPoint(
            FaultPlan<Request, HttpFault> plan, String place, boolean hasContent, Predicate<Request> meant) {
        this.plan = plan;
        this.place = place;
        this.hasContent = hasContent;
        this.meant = meant;
    }

    /**
     * Mean the requests to a path or a template of paths.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static HttpFaultPoint at(FaultPlan<Request, HttpFault> plan, String path) {
        PathTemplate template = PathTemplate.of(path);
        return new HttpFaultPoint(
                plan, path, true, request -> template.match(request).isPresent());
    }

    /**
     * Mean the requests of a method to a path or a template of paths.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static HttpFaultPoint at(FaultPlan<Request, HttpFault> plan, String method, String path) {
        requireSent(method);
        Predicate<Request> ofMethod = request -> method.equals(request.method())
                || (method.equals("GET") && request.method().equals("HEAD"));
        return new HttpFaultPoint(
                plan, method + " " + path, !method.equals("HEAD"), ofMethod.and(at(plan, path).meant));
    }

    /** Mean only requests that meet these criteria. */
    public HttpFaultPoint matching(RequestCriteria criteria) {
        return new HttpFaultPoint(plan, place + " " + criteria, hasContent, meant.and(criteria));
    }

    /** Mean only requests for which the condition holds, which the description says in words. */
    public HttpFaultPoint matching(String description, Predicate<? super Request> condition) {
        return matching(RequestCriteria.matching(description, condition));
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    @Override
    public void strike(Occurrence occurrence, Fault<? super HttpFault> fault) {
        requireContentFor(fault);
        plan.add(meant, occurrence, fault, place);
    }

    private void requireContentFor(Fault<? super HttpFault> fault) {
        boolean changesContent =
                fault instanceof ConnectionFault.Throttle || fault instanceof ConnectionFault.DisconnectAfter;
        if (changesContent && !hasContent) {
            throw new IllegalArgumentException(
                    "fault (" + fault + ") has no effect at " + place + ": its answer has no content");
        }
    }

    private static void requireSent(String method) {
        String known = method.toUpperCase(Locale.ROOT);
        if (METHODS.contains(known) && !METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "method (" + method + ") must be in capitals, as clients send it, or the fault"
                            + " would never strike; write \"" + known + "\"");
        }
        if (known.equals("CONNECT")) {
            throw new IllegalArgumentException(
                    "method (" + method + ") must be one of requests that have a path, or the fault"
                            + " would never strike; what is within CONNECT begins with atHandshake()");
        }
    }
}
