package io.github.postfixture.web;

import io.github.postfixture.web.engine.LostContentError;
import io.github.postfixture.web.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * The list of the requests that came, where another one was awaited, with a remark on each.
 *
 * @param condition which one was
 * @param taken those that an await has returned already
 * @param lack what an answered one lacks that is otherwise as wanted, such as {@code is not a WebSocket}; or empty
 */
record RequestList(AwaitCondition condition, List<Request> taken, String lack) {

    /** Return an exchange with the remark on it; where it says itself why nobody answered, that has to do. */
    String with(Exchange exchange) {
        Request request = exchange.request();
        String complaint = exchange.isExplained() ? "" : complaint(request).orElse(lack);
        return exchange + remark(request, complaint);
    }

    /** Return a request that is not answered yet with the remark on it. */
    String withPending(Request request) {
        return request + ", still being answered"
                + remark(request, complaint(request).orElse(""));
    }

    private Optional<String> complaint(Request request) {
        try {
            return condition.complaint(request);
        } catch (LostContentError e) {
            return Optional.of("cannot be compared, as its content is not in the record any more");
        }
    }

    private String remark(Request request, String complaint) {
        boolean isTaken = taken.stream().anyMatch(request::isSameAs);
        return isTaken ? " (already awaited)" : complaint.isEmpty() ? "" : ", but it " + complaint;
    }
}
