package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A client in a container, or on another machine, with a network of its own. */
@Tag("real-client")
@Execution(ExecutionMode.SAME_THREAD)
class OtherMachineTests {

    private static final String NAME = "tests.cluster.local";
    private static final String HOST_OF_CONTAINERS = "host.testcontainers.internal";

    private static OtherMachine container;

    @BeforeAll
    static void start() {
        container = OtherMachine.start().knowsUsAs(NAME, HOST_OF_CONTAINERS);
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.close();
        }
    }

    @Test
    void sendsMailToAServerThatBindsAnotherAddressAndHasAnotherName() {
        try (MailServer mail = MailServer.builder()
                .address(container.address())
                .advertisedHost(NAME)
                .start()) {
            assertThat(mail.smtp().host()).isEqualTo(NAME);

            container
                    .program(
                            "swaks",
                            "--tls-verify",
                            "--tls-ca-path",
                            RealClient.caFile().toString())
                    .run(
                            "--server",
                            mail.smtp().host(),
                            "--port",
                            String.valueOf(mail.smtp().port()),
                            "--tls",
                            "--from",
                            "shop@example.org",
                            "--to",
                            "alice@example.org",
                            "--header",
                            "Subject: From afar");

            assertThat(mail.awaitMail()).hasSubject("From afar");
        }
    }

    @Test
    void opensAPageOfAServerThatBindsAnotherAddressAndHasAnotherName() {
        try (WebServer web = WebServer.builder()
                .address(container.address())
                .advertisedHost(NAME)
                .start()) {
            web.serve("/", Response.text("Hello from the tests"));

            assertThat(curl().run(web.https().uri("/").toString())).isEqualTo("Hello from the tests");
            assertThat(web.awaitRequest().request().header("Host"))
                    .contains(NAME + ":" + web.https().port());
        }
    }

    @Test
    void cannotReachAServerThatIsOnTheLoopbackInterface() {
        try (WebServer web = WebServer.start()) {
            assertThat(curl().tryRun("http://" + NAME + ":" + web.http().port() + "/"))
                    .extracting(RealClient.Result::exitCode)
                    .isEqualTo(7);
        }
    }

    /** What Testcontainers does with the ports that it is told to expose, under the name that it gives this machine. */
    @Test
    void reachesTheLoopbackInterfaceThroughAPortThatIsLedThere() throws Exception {
        try (WebServer web = WebServer.start();
                Tunnel tunnel = new Tunnel(container.address(), web.https().port())) {
            web.serve("/", Response.text("Hello from the tests"));

            assertThat(curl().run("https://" + HOST_OF_CONTAINERS + ":" + tunnel.port() + "/"))
                    .isEqualTo("Hello from the tests");
        }
    }

    private static RealClient curl() {
        return container.program(
                "curl",
                "-sS",
                "--noproxy",
                "*",
                "-m",
                "10",
                "--cacert",
                RealClient.caFile().toString());
    }

    /** Leads one connection from another address to a port of the loopback interface. */
    private static final class Tunnel implements AutoCloseable {

        private final ServerSocket entrance;

        Tunnel(String address, int port) throws IOException {
            entrance = new ServerSocket(0, 1, InetAddress.getByName(address));
            daemon(() -> join(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), port)));
        }

        int port() {
            return entrance.getLocalPort();
        }

        private static void join(Socket near, Socket far) {
            daemon(() -> copy(near, far));
            daemon(() -> copy(far, near));
        }

        private static void copy(Socket from, Socket to) throws IOException {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            }
        }

        private static void daemon(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // One of the two is gone, and the other learns it.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            entrance.close();
        }

        private interface Work {
            void run() throws IOException;
        }
    }
}
