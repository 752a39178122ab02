package io.github.postfixture.web.jetty;

import io.github.postfixture.net.connection.HandshakeFailedException;
import io.github.postfixture.tls.Handshake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Secures a connection, on a thread that may take its time, and agrees with the client on what is spoken then (ALPN,
 * RFC 7301).
 */
final class TlsNegotiation extends NegotiatingServerConnection implements SslHandshakeListener {

    private static final String NOT_TLS = "Unrecognized SSL message, plaintext connection?";
    private static final String PLAIN_AT_HTTPS =
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                    + "400 This is the HTTPS port; the request came without TLS\n";
    private static final String HTTP_1_0 = "http/1.0";
    private static final String HTTP_1_1 = "http/1.1";
    private static final List<String> WITHOUT_HTTP2 = List.of(HTTP_1_1, HTTP_1_0);
    private static final List<String> PREFERRED = List.of(Http2.SECURE, HTTP_1_1, HTTP_1_0);

    private final ConnectionRouting routing;

    TlsNegotiation(Connector connector, EndPoint endPoint, SSLEngine engine, ConnectionRouting routing) {
        super(connector, endPoint, engine, routing.settings().http2() ? PREFERRED : WITHOUT_HTTP2, HTTP_1_1);
        this.routing = routing;
        engine.setHandshakeApplicationProtocolSelector((handshaking, offered) -> select(offered));
    }

    /** Return what both can speak, or nothing, which ends the handshake with the alert that RFC 7301 demands. */
    private @Nullable String select(List<String> offered) {
        return getProtocols().stream().filter(offered::contains).findFirst().orElse(null);
    }

    @Override
    public void handshakeSucceeded(Event event) {
        RoutedEndPoint.under(getEndPoint()).secured(Handshake.of(getSSLEngine().getSession()));
        String agreed = Objects.requireNonNullElse(getSSLEngine().getApplicationProtocol(), "");
        setProtocol(agreed.equals(Http2.SECURE) ? agreed : HttpVersion.HTTP_1_1.asString());
    }

    @Override
    public void handshakeFailed(Event event, Throwable failure) {
        boolean spokeHttp = NOT_TLS.equals(failure.getMessage());
        routing.host()
                .refused(
                        spokeHttp
                                ? "TLS handshake failed: the client speaks no TLS, but this is the HTTPS port"
                                : HandshakeFailedException.inWords(failure));
        if (spokeHttp) {
            flush(ByteBuffer.wrap(PLAIN_AT_HTTPS.getBytes(StandardCharsets.US_ASCII)));
            RoutedEndPoint.under(getEndPoint()).shutdownOutput();
        } else {
            tellWhy(event.getSSLEngine());
        }
    }

    /** Send what is left to say, above all the alert that tells why; Jetty would keep it to itself. */
    private void tellWhy(SSLEngine engine) {
        ByteBuffer left = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
        try {
            SSLEngineResult result = engine.wrap(BufferUtil.EMPTY_BUFFER, left);
            while (result.bytesProduced() > 0 && result.getStatus() == SSLEngineResult.Status.OK) {
                result = engine.wrap(BufferUtil.EMPTY_BUFFER, left);
            }
        } catch (SSLException e) {
            // There is nothing more to say.
        }
        flush(left.flip());
    }

    private void flush(ByteBuffer last) {
        try {
            RoutedEndPoint.under(getEndPoint()).flush(last);
        } catch (IOException e) {
            // The client is gone, and does not want to know.
        }
    }
}
