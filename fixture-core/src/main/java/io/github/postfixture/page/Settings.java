package io.github.postfixture.page;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a reader walks: the same for every request of a walk. */
record Settings(
        Supplier<HttpClient> client,
        Duration timeout,
        Map<String, String> headers,
        @Nullable String credentials,
        boolean refreshing) {

    static final Settings DEFAULT = new Settings(Wire.CLIENT::get, Duration.ofSeconds(10), Map.of(), null, false);

    Settings withHeader(String name, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(name, value);
        return new Settings(client, timeout, all, credentials, refreshing);
    }

    Settings withCredentials(String basic) {
        return new Settings(client, timeout, headers, basic, refreshing);
    }

    Settings withClient(HttpClient other) {
        return new Settings(() -> other, timeout, headers, credentials, refreshing);
    }

    Settings withTimeout(Duration other) {
        return new Settings(client, other, headers, credentials, refreshing);
    }

    Settings withRefreshing() {
        return new Settings(client, timeout, headers, credentials, true);
    }

    Optional<String> basic() {
        return Optional.ofNullable(credentials);
    }
}
