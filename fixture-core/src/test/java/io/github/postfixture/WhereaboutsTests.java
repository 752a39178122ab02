package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where servers listen, and what they call themselves, for clients on other machines. */
class WhereaboutsTests {

    @AutoClose
    private MailServer mail = MailServer.start();

    @AutoClose
    private WebServer web = WebServer.start();

    @Test
    void areTheLoopbackInterfaceByDefault() {
        assertThat(mail.smtp().host()).isEqualTo("127.0.0.1");
        assertThat(web.http().host()).isIn("localhost", "127.0.0.1");
        otherAddress().ifPresent(address -> {
            assertThat(canConnect(address, mail.smtp().port())).isFalse();
            assertThat(canConnect(address, web.http().port())).isFalse();
        });
    }

    @Test
    void mayBeAllAddressesOfTheMachine() {
        mail = restart(MailServer.builder().address("0.0.0.0"));
        web = restart(WebServer.builder().address("0.0.0.0"));

        assertThat(mail.smtp().host()).isEqualTo("127.0.0.1");
        assertThat(web.http().host()).isEqualTo("localhost");
        otherAddress().ifPresent(address -> {
            assertThat(canConnect(address, mail.smtp().port())).isTrue();
            assertThat(canConnect(address, web.http().port())).isTrue();
        });
    }

    @Test
    void haveAnotherNameForOthers() {
        mail = restart(MailServer.builder().address("0.0.0.0").advertisedHost("mail.test-cluster"));
        web = restart(WebServer.builder().address("0.0.0.0").advertisedHost("2001:db8::7"));

        assertThat(mail.smtp().uri()).hasHost("mail.test-cluster");
        assertThat(web.https().toString()).startsWith("https://[2001:db8::7]:");
    }

    @Test
    void areInTheCertificateThatIsGivenToThoseWhoAskForNoName() throws Exception {
        mail = restart(MailServer.builder().advertisedHost("mail.test-cluster"));
        web = restart(WebServer.builder().advertisedHost("203.0.113.7"));

        assertThat(namesAt(mail.smtps().port()))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mail.test-cluster");
        assertThat(namesAt(web.https().port()))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://host", "host:25", "a host"})
    void haveANameThatIsOne(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.builder().advertisedHost(host))
                .withMessage("host (" + host + ") must be a name or an address, without a scheme and a port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebServer.builder().advertisedHost(host));
    }

    @Test
    void haveAnAddressThatIsOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.builder().address("::zz"))
                .withMessage("address (::zz) must be an address of this machine");
    }

    private MailServer restart(MailServerBuilder builder) {
        mail.close();
        return builder.start();
    }

    private WebServer restart(WebServerBuilder builder) {
        web.close();
        return builder.start();
    }

    private static List<String> namesAt(int port) throws IOException, CertificateParsingException {
        try (SSLSocket socket = (SSLSocket) CertificateAuthority.ofThisJvm()
                .sslContext()
                .getSocketFactory()
                .createSocket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> name.get(1).toString())
                    .toList();
        }
    }

    private static boolean canConnect(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 30_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Return an address of this machine that is not of the loopback interface, if there is one. */
    private static Optional<InetAddress> otherAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
