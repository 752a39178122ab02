package io.github.postfixture.net.outgoing;

import io.github.postfixture.concurrent.SharedResource;
import io.github.postfixture.concurrent.Workers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * An HTTP client for requests that fixtures send themselves; one for many, since each has a thread of its own. It speaks
 * HTTP/1.1, since some servers lose the body of a request that also asks for HTTP/2, follows no redirects, and connects to
 * nobody without asking the {@link ConnectionPolicy}. The JDK's client resolves the name again after that: see there what
 * remains. Safe for use by several threads.
 */
public final class OutwardClient {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private static final OutwardClient SHARED = warm(client -> client.proxy(new ProxiesOfOthers()));

    private final Supplier<HttpClient> client;

    private OutwardClient(Supplier<HttpClient> client) {
        this.client = client;
    }

    /** Return the client that trusts whom the JVM trusts, and that asks the JVM's proxies for other machines. */
    public static OutwardClient shared() {
        return SHARED;
    }

    /** Return a client that stays warm, asks no proxy, and trusts whom this context trusts. */
    public static OutwardClient warm(Supplier<SSLContext> trust) {
        return warm(client -> direct(client, trust.get()));
    }

    /** Return a client that asks no proxy, and trusts whom this context trusts. */
    public static OutwardClient trusting(SSLContext trust) {
        HttpClient client = direct(builder(), trust).build();
        return new OutwardClient(() -> client);
    }

    private static OutwardClient warm(UnaryOperator<HttpClient.Builder> settings) {
        return new OutwardClient(
                SharedResource.part(() -> settings.apply(builder()).build(), OutwardClient::stop)::get);
    }

    private static HttpClient.Builder direct(HttpClient.Builder client, SSLContext trust) {
        return client.proxy(HttpClient.Builder.NO_PROXY).sslContext(trust);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .executor(Workers.shared());
    }

    /**
     * Send a request, without waiting for the answer.
     *
     * @throws ForeignHostException if the policy is against it
     */
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, ConnectionPolicy policy) throws ForeignHostException {
        policy.check(request.uri().getHost());
        return client.get().sendAsync(request, handler);
    }

    /**
     * Send a request, and wait for the answer.
     *
     * @throws ForeignHostException if the policy is against it
     * @throws IOException if there is no answer
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, ConnectionPolicy policy)
            throws IOException {
        policy.check(request.uri().getHost());
        try {
            return client.get().send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
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

    /** Leads to other machines as the JVM is told, and to this one always directly. */
    private static final class ProxiesOfOthers extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            ProxySelector ofTheJvm = ProxySelector.getDefault();
            return ofTheJvm == null || ConnectionPolicy.LOCAL.allows(uri.getHost())
                    ? List.of(Proxy.NO_PROXY)
                    : ofTheJvm.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The client tells who asked.
        }
    }
}
