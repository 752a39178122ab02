package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Reply;
import java.util.function.Function;

/** A scripted answer to the requests of one path. */
record Stub(String method, String path, Function<Visitor, Reply> answer) {

    static final String ANY = "any";

    static Stub of(String method, String path, Response response) {
        Reply reply = new Reply.Now(response.answer());
        return new Stub(method, check(path), visitor -> reply);
    }

    static Stub of(String method, String path, Handler handler) {
        return new Stub(method, check(path), visitor -> new Reply.Work(() -> visitor.ask(handler)));
    }

    private static String check(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash");
        }
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException("path (" + path + ") must have no query;"
                    + " serve the path with a handler and look at request.queryParameter(..)");
        }
        return path;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
