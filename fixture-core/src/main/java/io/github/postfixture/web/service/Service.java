package io.github.postfixture.web.service;

import io.github.postfixture.web.request.Request;
import java.util.List;

/**
 * An application that is mounted on a web server: below a path, see {@link io.github.postfixture.web.WebServer#mount(String, Service)}, or under the name
 * of a host, see {@link io.github.postfixture.web.WebServer#virtualHost(String, Service)}. It decides everything itself: methods, log-ins, limits,
 * errors. Called by several threads at once.
 */
public interface Service {

    /** Return what it is called in failures and on the timeline, such as {@code caldav}. */
    String name();

    /**
     * Answer a request. May block, for the content of the request too: it arrives while it is read, and what is left unread
     * is dropped.
     *
     * @param request the request, without its content
     * @param body the content of the request
     * @throws Exception if the content cannot be read, which the client is told if it is still there; or if the service
     *     fails: the client then gets status 500, and {@link io.github.postfixture.web.WebServer#verify()} fails
     */
    ServiceResponse answer(Request request, RequestBody body) throws Exception;

    /** Return what a strict server is to object to at the end of a test, one line each; by default nothing. */
    default List<String> problems() {
        return List.of();
    }

    /** Let go of what it holds, as the server is closed; by default nothing. */
    default void close() {}
}
