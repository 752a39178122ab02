package io.github.postfixture.timeline;

import io.github.postfixture.explanation.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The connections to elsewhere that were begun while a test ran, the first of them. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OutgoingConnections {

    private static final int MOST = 1_000;
    private static final int MOST_SHOWN = 3;

    private final List<OutgoingConnection> all = new ArrayList<>();

    /** Take note of one. */
    public synchronized void add(OutgoingConnection connection) {
        if (all.size() < MOST) {
            all.add(connection);
        }
    }

    private synchronized List<OutgoingConnection> forMail(boolean wanted) {
        return all.stream().filter(one -> one.forMail() == wanted).toList();
    }

    /** Return which other servers for mail were tried, by whom, as what follows "but"; empty if none was. */
    public String toHandOverMail() {
        List<OutgoingConnection> mail = forMail(true);
        return mail.isEmpty() ? "" : first(mail) + others(mail);
    }

    private static String first(List<OutgoingConnection> mail) {
        OutgoingConnection first = mail.get(0);
        long times = mail.stream()
                .filter(one -> one.destination().equals(first.destination()))
                .count();
        return Printable.line("thread \"" + first.thread() + "\" tried " + first.destination()) + " instead"
                + (times == 1 ? "" : ", " + times + " times") + Printable.line(first.place());
    }

    private static String others(List<OutgoingConnection> mail) {
        List<String> others = destinations(mail);
        return others.size() == 1 ? "" : ", and others to " + shown(others.subList(1, others.size()));
    }

    /** Return where else connections went, such as to a database; empty if nowhere. */
    public String forOtherPurposes() {
        return shown(destinations(forMail(false)));
    }

    private static List<String> destinations(Collection<OutgoingConnection> connections) {
        return connections.stream()
                .map(OutgoingConnection::destination)
                .distinct()
                .toList();
    }

    private static String shown(List<String> destinations) {
        int more = destinations.size() - MOST_SHOWN;
        return destinations.stream()
                .limit(MOST_SHOWN)
                .map(Printable::line)
                .collect(Collectors.joining(", ", "", more > 0 ? " and " + more + " more" : ""));
    }
}
