package io.github.postfixture.web;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Bounds what a record holds of contents: once they are too many bytes, the oldest are dropped, of those that an await
 * has returned first. Safe for use by several threads.
 */
final class RecordLimit {

    private final long most;
    private final NavigableMap<Long, Exchange> seen = new TreeMap<>();
    private final NavigableMap<Long, Exchange> unseen = new TreeMap<>();
    private long held;

    /** Bound it to so many bytes. */
    RecordLimit(long most) {
        this.most = most;
    }

    /** Take note of an exchange, and drop what there is no room for any more. */
    synchronized void add(Exchange exchange) {
        if (exchange.cost() > 0) {
            unseen.put(exchange.number(), exchange);
            held += exchange.cost();
            dropOldest();
        }
    }

    private void dropOldest() {
        while (held > most) {
            Exchange oldest = (seen.isEmpty() ? unseen : seen).pollFirstEntry().getValue();
            held -= oldest.cost();
            oldest.drop("The content of " + oldest + " was dropped from the record of the web server, which holds "
                    + most + " bytes of contents, the oldest first to go; hold more by"
                    + " WebServer.builder().maxRecord(bytes)");
        }
    }

    /** Forget all exchanges. */
    synchronized void clear() {
        seen.clear();
        unseen.clear();
        held = 0;
    }

    /** Take note that an await has returned an exchange. */
    synchronized void see(Exchange exchange) {
        if (unseen.remove(exchange.number()) != null) {
            seen.put(exchange.number(), exchange);
        }
    }
}
