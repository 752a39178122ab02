package io.github.postfixture.net;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * An HTTP client for requests that fixtures send themselves; one for many, since each has a thread of its own. It speaks
 * HTTP/1.1, since some servers lose the body of a request that also asks for HTTP/2, and follows no redirects.
 */
public final class OutwardClient {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private static final Warm<HttpClient> SHARED = warm(client -> client);

    private OutwardClient() {}

    /** Return the client that needs no further settings. */
    public static HttpClient shared() {
        return SHARED.get();
    }

    /** Describe a client that stays warm, with further settings. */
    public static Warm<HttpClient> warm(UnaryOperator<HttpClient.Builder> settings) {
        return Warm.part(() -> settings.apply(builder()).build(), OutwardClient::stop);
    }

    /** Return what all clients have in common. */
    public static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .executor(Workers.shared());
    }

    /** Shut the client down where it can be, which is from Java 21 on; before, its thread ends with the garbage. */
    private static void stop(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (NoSuchMethodException e) {
            // Nothing refers to it any more.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot shut the HTTP client down", e);
        }
    }
}
