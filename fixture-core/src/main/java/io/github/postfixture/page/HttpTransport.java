package io.github.postfixture.page;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.net.outgoing.ForeignHostException;
import io.github.postfixture.net.outgoing.LimitedBody;
import io.github.postfixture.net.outgoing.OutwardClient;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all sessions. It keeps no cookies and follows no redirects, since both belong to a {@link BrowsingSession}, and
 * asks no proxy, since what is under test is near.
 */
final class HttpTransport {

    static final OutwardClient CLIENT =
            OutwardClient.warm(() -> CertificateAuthority.ofThisJvm().sslContext());

    private HttpTransport() {}

    /** Return the whole answer, or throw an {@link UnansweredException} that says why there is none. */
    static HttpResponse<byte[]> send(RequestDefaults settings, HttpRequest request) {
        try {
            return await(
                    settings.client().sendAsync(request, answered -> new LimitedBody(), settings.policy()),
                    request,
                    settings.timeout());
        } catch (ForeignHostException e) {
            throw new UnansweredException(String.valueOf(e.getMessage()), e);
        }
    }

    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, HttpRequest request, Duration timeout) {
        try {
            return Deadline.waitingFor("the answer of " + ReferenceParser.shown(request.uri()), timeout)
                    .await(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("interrupted", e);
        } catch (TimeoutException e) {
            throw new UnansweredException("no whole answer within " + InWords.of(timeout), e);
        } catch (ExecutionException e) {
            throw new UnansweredException(reason(e.getCause()), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Return the address, if a request can be sent to it. */
    static URI openable(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null) {
            throw new UnansweredException("it is relative, and there is no page it is relative to");
        }
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new UnansweredException("only http and https lead to pages");
        }
        if (uri.getHost() == null) {
            throw new UnansweredException(
                    uri.getRawAuthority() == null
                            ? "it names no host"
                            : "its host (" + uri.getRawAuthority() + ") is none that can be asked");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new UnansweredException("it names no port");
        }
        return uri;
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof ConnectException) {
            return isUnresolved(failure) ? "unknown host" : "connection refused";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getMessage();
        }
        return failure instanceof IOException && failure.getMessage() != null
                ? failure.getMessage()
                : String.valueOf(failure);
    }

    private static boolean isUnresolved(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof UnresolvedAddressException || (cause != null && isUnresolved(cause));
    }
}
