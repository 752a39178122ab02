package io.github.postfixture.page;

import io.github.postfixture.net.ConnectionPolicy;
import io.github.postfixture.net.OutwardClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a reader walks: the same for every request of a walk. */
record Settings(
        OutwardClient client,
        ConnectionPolicy policy,
        Duration timeout,
        Map<String, String> headers,
        @Nullable String credentials,
        boolean refreshing,
        InstantSource clock) {

    static final Settings DEFAULT = new Settings(
            Wire.CLIENT, ConnectionPolicy.LOCAL, Duration.ofSeconds(10), Map.of(), null, false, InstantSource.system());

    Settings withHeader(String name, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(name, value);
        return new Settings(client, policy, timeout, all, credentials, refreshing, clock);
    }

    Settings withCredentials(String basic) {
        return new Settings(client, policy, timeout, headers, basic, refreshing, clock);
    }

    Settings withClient(OutwardClient other) {
        return new Settings(other, policy, timeout, headers, credentials, refreshing, clock);
    }

    Settings withPolicy(ConnectionPolicy other) {
        return new Settings(client, other, timeout, headers, credentials, refreshing, clock);
    }

    Settings withTimeout(Duration other) {
        return new Settings(client, policy, other, headers, credentials, refreshing, clock);
    }

    Settings withRefreshing() {
        return new Settings(client, policy, timeout, headers, credentials, true, clock);
    }

    Settings withClock(InstantSource other) {
        return new Settings(client, policy, timeout, headers, credentials, refreshing, other);
    }

    Optional<String> basic() {
        return Optional.ofNullable(credentials);
    }
}
