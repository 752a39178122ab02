package io.github.postfixture.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.Ports;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class ListenerTests {

    private final CompletableFuture<SocketChannel> accepted = new CompletableFuture<>();

    @Test
    void handsOverWhatItAccepts() throws Exception {
        try (Listener listener = listen();
                Socket client = connect(listener);
                Connection connection = new Connection(accepted.get())) {
            client.getOutputStream().write('x');

            assertThat(connection.input().read()).isEqualTo('x');
            assertThat(connection.local()).isEqualTo(listener.address());
            assertThat(connection.peer().getPort()).isEqualTo(client.getLocalPort());
            assertThat(connection.tls()).isEmpty();
        }
    }

    @Test
    void freesItsPortBeforeCloseReturns() {
        assertThat(Ports.areFreed(() -> {
                    Listener listener = listen();
                    listener.close();
                    return listener.port();
                }))
                .isTrue();
    }

    @Test
    void namesProtocolAddressAndPortThatCannotBeBound() {
        try (Listener listener = listen()) {
            assertThatExceptionOfType(BindFailedException.class)
                    .isThrownBy(() -> Listener.open("SMTP", listener.address(), channel -> {}))
                    .withMessage("Cannot bind SMTP to 127.0.0.1 port " + listener.port()
                            + ": Address already in use; use port 0 to get any free port");
        }
    }

    @Test
    void connectionsChangeToTlsInPlace() throws Exception {
        try (Listener listener = listen();
                Socket plain = connect(listener);
                Connection connection = new Connection(accepted.get())) {
            CompletableFuture<String> protocol = CompletableFuture.supplyAsync(() -> shakeHands(plain));
            connection.startTls(CertificateAuthority.ofThisJvm().serverContext());
            connection.output().write("hello".getBytes(StandardCharsets.US_ASCII));

            assertThat(protocol.get()).isEqualTo("TLSv1.3 hello");
            assertThat(connection.tls()).map(SSLSession::getProtocol).contains("TLSv1.3");
        }
    }

    @Test
    void connectionsGiveUpAClientThatSaysNothing() throws Exception {
        try (Listener listener = listen();
                Socket client = connect(listener);
                Connection connection = new Connection(accepted.get())) {
            connection.readTimeout(Duration.ofMillis(1));

            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> connection.input().read());
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void connectionsCanBeReset() throws Exception {
        try (Listener listener = listen();
                Socket client = connect(listener);
                Connection connection = new Connection(accepted.get())) {
            connection.reset();

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client.getInputStream().read())
                    .withMessage("Connection reset");
        }
    }

    @Test
    void goOnWhenTheHandlerOfAConnectionFails() throws Exception {
        AtomicInteger count = new AtomicInteger();
        InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
        try (Listener listener = Listener.open("TEST", anywhere, channel -> {
                    if (count.incrementAndGet() == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                    accepted.complete(channel);
                });
                Socket refused = connect(listener);
                Socket served = connect(listener)) {
            assertThat(refused.getInputStream().read()).isEqualTo(-1);
            assertThat(accepted.get().getRemoteAddress()).isEqualTo(served.getLocalSocketAddress());
        }
    }

    private Listener listen() {
        return Listener.open("TEST", new InetSocketAddress("127.0.0.1", 0), accepted::complete);
    }

    private static Socket connect(Listener listener) throws IOException {
        Socket client = new Socket("127.0.0.1", listener.port());
        client.setSoTimeout(60_000);
        return client;
    }

    private static String shakeHands(Socket plain) {
        try {
            SSLSocket secure = (SSLSocket) CertificateAuthority.ofThisJvm()
                    .sslContext()
                    .getSocketFactory()
                    .createSocket(plain, "localhost", plain.getPort(), false);
            InputStream input = secure.getInputStream();
            return secure.getSession().getProtocol() + " " + new String(input.readNBytes(5), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
