package io.github.postfixture.net.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.postfixture.net.Listener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionPolicyTests {

    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "here.example", List.of("127.0.0.1", "::1"),
            "half.example", List.of("127.0.0.1", "192.0.2.1"),
            "there.example", List.of("192.0.2.1"),
            "shop.example", List.of("2001:db8::7"));

    private final List<String> askedFor = new ArrayList<>();
    private final ConnectionPolicy policy = new ConnectionPolicy(List.of(), this::resolve);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "shop.localhost",
                "127.0.0.1",
                "127.8.9.10",
                "[::1]",
                "::1",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "[::]"
            })
    void leadsToThisMachine(String host) {
        assertThat(ConnectionPolicy.LOCAL.allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "[2001:db8::7]",
                "[::ffff:192.0.2.1]",
                "[::192.0.2.1]",
                "[64:ff9b::7f00:1]",
                "255.255.255.255",
                "localhost.example",
                "notlocalhost",
                "127.0.0.1.example",
                "half.example",
                "there.example",
                "nowhere.example",
                ""
            })
    void leadsNowhereElse(String host) {
        assertThat(policy.allows(host)).isFalse();
    }

    @Test
    void allowsTheAddressesOfThisMachine() throws SocketException {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            assertThat(interfaces.flatMap(NetworkInterface::inetAddresses).map(InetAddress::getHostAddress))
                    .isNotEmpty()
                    .allMatch(ConnectionPolicy.LOCAL::allows);
        }
    }

    @Test
    void allowsANameAllOfWhoseAddressesAreAllowed() {
        assertThat(policy.allows("here.example")).isTrue();
        assertThat(policy.allowing("192.0.2.1").allows("half.example")).isTrue();
    }

    @Test
    void asksNobodyAboutLoopbackNamesAndWhatTheTestHasAllowed() {
        assertThat(policy.allowing("shop.example").allows("shop.example")).isTrue();
        assertThat(policy.named("there.example").allows("there.example")).isTrue();
        assertThat(policy.allows("localhost")).isTrue();
        assertThat(policy.allows("shop.localhost")).isTrue();

        assertThat(askedFor).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, shop.example",
        "shop.example, SHOP.Example.",
        "Shop.Example., shop.example",
        "*.example, shop.example",
        "*.example, a.b.example",
        "m\u00fcnchen.example, xn--mnchen-3ya.example",
        "xn--mnchen-3ya.example, m\u00fcnchen.example",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::7, '[2001:DB8:0:0::7]'",
        "'[2001:db8::7]', 2001:db8::7",
        "2001:db8::7, shop.example"
    })
    void allowsWhatTheTestAllows(String allowed, String host) {
        assertThat(policy.allowing(allowed).allows(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, there.example",
        "shop.example, www.shop.example",
        "shop.example, badshop.example",
        "*.shop.example, shop.example",
        "*.shop.example, badshop.example",
        "192.0.2.1, 192.0.2.10"
    })
    void allowsNothingMore(String allowed, String host) {
        assertThat(policy.allowing(allowed).allows(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "*.", "http://shop.example", "shop.example:443", "shop.*", "*shop.example", "a b", "1:2"
            })
    void takesHostsOnly(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionPolicy.LOCAL.allowing(host))
                .withMessage(
                        "host (" + host + ") must be a name or an address, such as shop.example.org or *.example.org,"
                                + " without a scheme and a port");
    }

    @Test
    void saysHowToAllowAHost() {
        assertThatNoException().isThrownBy(() -> policy.check("here.example"));
        assertThatExceptionOfType(ForeignHostException.class)
                .isThrownBy(() -> policy.check("there.example"))
                .withMessage(
                        "nothing leaves this machine unless the test says so: is the address one of a test? To reach there.example, write"
                                + " allowing(\"there.example\") on the server's builder or on Page.session(), or"
                                + " allowing = \"there.example\" in its annotation");
    }

    @Test
    void connectsToTheAddressThatItHasFound() throws Exception {
        try (Listener listener = Listener.open("TEST", new InetSocketAddress("127.0.0.1", 0), channel -> {});
                Socket socket = new Socket()) {
            policy.connect(socket, "here.example", listener.port(), Duration.ofSeconds(10));

            assertThat(socket.getRemoteSocketAddress()).isEqualTo(listener.address());
            assertThat(askedFor).containsExactly("here.example");
        }
    }

    @Test
    void connectsToNobodyElse() throws Exception {
        try (Socket socket = new Socket()) {
            assertThatExceptionOfType(ForeignHostException.class)
                    .isThrownBy(() -> policy.connect(socket, "half.example", 25, Duration.ofSeconds(10)));
            assertThat(socket.isConnected()).isFalse();
        }
    }

    private InetAddress[] resolve(String name) throws UnknownHostException {
        askedFor.add(name);
        List<String> addresses =
                name.matches("[\\p{XDigit}.:]*\\d[\\p{XDigit}.:]*") ? List.of(name) : ADDRESSES.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }
}
