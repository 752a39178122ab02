package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.jetty.Gate;
import io.github.postfixture.web.jetty.Premises;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The endpoints of a server, each opened when it is first asked for. Safe for several threads. */
final class Doors {

    private final Premises premises;
    private final Optional<InetAddress> address;
    private @Nullable Gate http;
    private @Nullable Gate https;
    private volatile boolean open = true;

    Doors(Premises premises, Optional<InetAddress> address) {
        this.premises = premises;
        this.address = address;
    }

    boolean isOpen() {
        return open;
    }

    Endpoint http() {
        return openHttp(0);
    }

    Endpoint https() {
        return openHttps(0);
    }

    synchronized Endpoint openHttp(int port) {
        if (http == null) {
            http = open(Optional.empty(), port);
        }
        return http.endpoint();
    }

    synchronized Endpoint openHttps(int port) {
        if (https == null) {
            https = open(Optional.of(CertificateAuthority.ofThisJvm().serverContext()), port);
        }
        return https.endpoint();
    }

    private Gate open(Optional<SSLContext> tls, int port) {
        if (!open) {
            throw new IllegalStateException("The web server is closed; ask for its endpoints before close()");
        }
        return address.map(at -> Gate.on(at, premises, tls, port))
                .orElseGet(() -> Gate.onLoopback(premises, tls, port));
    }

    /** Close them all, and return whether that was still to be done. */
    synchronized boolean close() {
        boolean wasOpen = open;
        open = false;
        if (wasOpen) {
            Gate.closeAll(Stream.of(http, https).filter(gate -> gate != null).toList());
        }
        return wasOpen;
    }
}
