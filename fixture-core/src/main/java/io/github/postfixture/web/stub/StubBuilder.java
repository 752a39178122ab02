package io.github.postfixture.web.stub;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.request.PathTemplate;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Builds a {@link Stub}: says for which requests it is; {@code answer} completes it. A stub answers the requests that meet
 * all of this. Not safe for use by several threads.
 *
 * <pre>{@code
 * web.on("GET", "/users/{id}").withQuery("full", "true").answer(Response.json("{\"name\": \"Ann\"}"));
 * }</pre>
 *
 * <p>Of several stubs for a request, that with the higher priority answers, then that with the more literal path, then that
 * with the method, then that with more criteria, then the latest.
 */
public final class StubBuilder {

    private final Stubs stubs;
    private final String method;
    private final PathTemplate path;
    private final Set<RequestCriteria> criteria = new LinkedHashSet<>();
    private int priority;

    /**
     * Begin a stub.
     *
     * @param stubs where it is put
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public StubBuilder(Stubs stubs, String method, String path) {
        this.stubs = stubs;
        this.method = method;
        this.path = PathTemplate.of(path);
    }

    /** Ask for a query parameter with a value, both decoded. */
    public StubBuilder withQuery(String name, String value) {
        return with(RequestCriteria.query(name, value));
    }

    /** Ask for a header field with a value; its name in any case. */
    public StubBuilder withHeader(String name, String value) {
        return with(RequestCriteria.header(name, value));
    }

    /** Ask for a cookie with a value. */
    public StubBuilder withCookie(String name, String value) {
        return with(RequestCriteria.cookie(name, value));
    }

    /** Ask for a host, without its port, in any case. */
    public StubBuilder withHost(String host) {
        return with(RequestCriteria.host(host));
    }

    /** Ask for a field of a form that is sent as {@code application/x-www-form-urlencoded}. */
    public StubBuilder withForm(String name, String value) {
        return with(RequestCriteria.form(name, value));
    }

    /** Ask for a part of content of a multipart type, such as {@code multipart/form-data}. */
    public StubBuilder withPart(String name, String text) {
        return with(RequestCriteria.part(name, text));
    }

    /** Ask for exactly this text as the content. */
    public StubBuilder withBody(String text) {
        return with(RequestCriteria.body(text));
    }

    /** Ask for this JSON, whatever the order of members and the white space. */
    public StubBuilder withJson(String json) {
        return with(RequestCriteria.json(json));
    }

    /** Ask for JSON that has all of this; its objects may have more members. */
    public StubBuilder withJsonContaining(String json) {
        return with(RequestCriteria.jsonContaining(json));
    }

    /** Ask for this XML, whatever its prefixes, its comments and the white space between its elements. */
    public StubBuilder withXml(String xml) {
        return with(RequestCriteria.xml(xml));
    }

    /** Ask for whatever the condition holds for; the description is for failures. */
    public StubBuilder with(String description, Predicate<? super Request> condition) {
        return with(RequestCriteria.matching(description, condition));
    }

    /** Ask for requests that meet the criteria. */
    public StubBuilder with(RequestCriteria one) {
        criteria.add(one);
        return this;
    }

    /**
     * Let the stub go before all those that have a lower priority, whatever their paths and criteria; the default is 0.
     *
     * @param number any number; the higher goes first
     */
    public StubBuilder withPriority(int number) {
        priority = number;
        return this;
    }

    /** Answer with a response, and with the others in turn, once each; the last one stays. */
    public Stub answer(Response first, Response... others) {
        return put(stub(false).then(first), others);
    }

    /**
     * Answer with a response, and with the others in turn, once each, and then no more: further requests are for other stubs
     * and sites, or get status 404.
     */
    public Stub answerOnce(Response first, Response... others) {
        return put(stub(true).then(first), others);
    }

    /** Let a handler answer. */
    public Stub answer(Handler handler) {
        return put(stub(false).then(handler));
    }

    /**
     * Answer with a fault, and then with what {@link Stub#then(Response)} adds.
     *
     * <pre>{@code
     * web.on("GET", "/job").answer(ConnectionFault.reset()).then(Response.text("done"));
     * }</pre>
     */
    public Stub answer(Fault<? super HttpFault> fault) {
        return put(stub(false).then(fault));
    }

    private Stub put(Stub stub, Response... others) {
        for (Response other : others) {
            stub.then(other);
        }
        stubs.put(stub);
        return stub;
    }

    private Stub stub(boolean runsOut) {
        Set<RequestCriteria> all = Collections.unmodifiableSet(new LinkedHashSet<>(criteria));
        return new Stub(stubs.nextNumber(), priority, method, path, all, runsOut);
    }
}
