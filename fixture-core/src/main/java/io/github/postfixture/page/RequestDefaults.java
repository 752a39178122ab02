package io.github.postfixture.page;

import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.outgoing.OutwardClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a reader sessions: the same for every request of a session. */
record RequestDefaults(
        OutwardClient client,
        ConnectionPolicy policy,
        Duration timeout,
        Map<String, String> headers,
        @Nullable String credentials,
        boolean refreshing,
        InstantSource clock) {

    static final RequestDefaults DEFAULT = new RequestDefaults(
            HttpTransport.CLIENT,
            ConnectionPolicy.LOCAL,
            Duration.ofSeconds(10),
            Map.of(),
            null,
            false,
            InstantSource.system());

    RequestDefaults withHeader(String name, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(name, value);
        return new RequestDefaults(client, policy, timeout, all, credentials, refreshing, clock);
    }

    RequestDefaults withCredentials(String basic) {
        return new RequestDefaults(client, policy, timeout, headers, basic, refreshing, clock);
    }

    RequestDefaults withClient(OutwardClient other) {
        return new RequestDefaults(other, policy, timeout, headers, credentials, refreshing, clock);
    }

    RequestDefaults withPolicy(ConnectionPolicy other) {
        return new RequestDefaults(client, other, timeout, headers, credentials, refreshing, clock);
    }

    RequestDefaults withTimeout(Duration other) {
        return new RequestDefaults(client, policy, other, headers, credentials, refreshing, clock);
    }

    RequestDefaults withRefreshing() {
        return new RequestDefaults(client, policy, timeout, headers, credentials, true, clock);
    }

    RequestDefaults withClock(InstantSource other) {
        return new RequestDefaults(client, policy, timeout, headers, credentials, refreshing, other);
    }

    Optional<String> basic() {
        return Optional.ofNullable(credentials);
    }
}
