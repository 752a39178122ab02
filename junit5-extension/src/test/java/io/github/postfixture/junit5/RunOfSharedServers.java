package io.github.postfixture.junit5;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.client.MailClient;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Runs tests of servers that last as long as the run, twice in one JVM, and tells what is left of them. */
final class RunOfSharedServers {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final Set<Endpoint> ENDPOINTS = ConcurrentHashMap.newKeySet();

    private RunOfSharedServers() {}

    public static void main(String[] arguments) throws InterruptedException {
        for (int run = 0; run < 2; run++) {
            long passed = Suite.passes(MailTestCase.class, WebTestCase.class);
            System.out.println(passed + " passed, and left threads " + threads() + " and ports " + ports());
        }
    }

    /** Return the threads that have not ended in time; an HTTP client of Java 17 ends only with the garbage. */
    private static Set<String> threads() throws InterruptedException {
        long deadline = System.nanoTime() + MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (Thread thread : ours()) {
            while (thread.isAlive() && System.nanoTime() < deadline) {
                System.gc();
                thread.join(10);
            }
        }
        Set<String> names = new TreeSet<>();
        ours().forEach(thread -> names.add(thread.getName()));
        return names;
    }

    private static List<Thread> ours() {
        Predicate<String> ours =
                name -> name.startsWith("postfixture") || name.startsWith("HttpClient") || name.startsWith("pool-");
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> ours.test(thread.getName()))
                .toList();
    }

    private static List<Endpoint> ports() {
        return ENDPOINTS.stream().filter(RunOfSharedServers::answers).toList();
    }

    private static boolean answers(Endpoint endpoint) {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "alice@example.org:secret")
    static class MailTestCase {

        @Test
        void readsWhatWasSent(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
            assertThat(mail.awaitMail()).hasSubject("Welcome");
            try (MailClient client = MailClient.of("alice@example.org", "secret")
                    .mailbox(mail.imap())
                    .start()) {
                assertThat(client.synchronise()).hasSize(1);
            }
            ENDPOINTS.addAll(mail.endpoints());
        }
    }

    @WithWebServer(scope = Scope.JVM)
    static class WebTestCase {

        @Test
        void opensAPage(WebServer web) {
            web.serve("/", Response.html("<h1>Hello</h1>"));
            assertThat(Page.open(web.uri("/"))).hasStatusOk();
            assertThat(Page.open(web.https().uri("/"))).hasStatusOk();
            ENDPOINTS.addAll(web.endpoints());
        }
    }
}
