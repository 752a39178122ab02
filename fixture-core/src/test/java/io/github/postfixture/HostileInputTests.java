package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailCriteria;
import io.github.postfixture.mail.MailPriority;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailStructure;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.ReceivedMail;
import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.inbound.Original;
import io.github.postfixture.mail.invitation.CalendarPart;
import io.github.postfixture.mail.invitation.Invitation;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.page.Page;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.RequestCriteria;
import io.github.postfixture.web.Response;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebSocketSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No hostile input of a megabyte makes a public check or reading run on, overflow a small stack, or throw anything but an
 * AssertionError. A few inputs are tried always, all by {@code -Dpostfixture.hostile=all}.
 */
class HostileInputTests {

    private static final int SOME = 3;
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final String HARMLESS_MARKUP =
            "<title>t</title><form><input name=p></form><table><tr><td>a</table><a href=x>l</a>";

    @TempDir
    Path directory;

    @Test
    @Timeout(1200)
    void makesEveryPublicCheckHoldOrFail() throws Exception {
        try (MailServer mail = MailServer.builder().timeout(SHORT).start();
                WebServer web = WebServer.start();
                PublicChecks checks = new PublicChecks(arguments(harmless(mail), directory))) {
            checks.callAllOfHarmless(harmless(mail));
            checks.callAllOfHarmless(exchange(web, "p"));
            checks.callAllOfHarmless(page(web, "/harmless", HARMLESS_MARKUP, "p"));
            checks.callAllOfHarmless(mail.assertThat());
            web.serve("/socket", Response.webSocket());
            for (int number : numbers()) {
                ReceivedMail received = received(mail, HostileInput.mail(number));
                checks.callAll(received, "mail " + number);
                checks.callAll(
                        page(web, "/" + number, HostileInput.markup(number, 1 << 20), HostileInput.PIECES.get(number)),
                        "page " + number);
                checks.callAll(exchange(web, HostileInput.PIECES.get(number)), "exchange " + number);
            }
            Mailbox mailbox = mail.mailbox("alice@example.org");
            for (Object subject : List.of(
                    mail.assertThat(),
                    mail.attempts(),
                    mailbox.readers(),
                    mailbox.folders().mailsIn("INBOX").get(0),
                    web.assertThat(),
                    session(web, HostileInput.repeat("{{", 1 << 20)))) {
                checks.callAll(subject, "what is left of all these");
            }

            assertThat(checks.faults()).as("what neither held nor failed").isEmpty();
            assertThat(checks.unknownParameters())
                    .as("types for which HostileInputTests.arguments() needs an argument")
                    .isEmpty();
            assertThat(checks.missed())
                    .as("classes of assertions that need a subject in HostileInputTests")
                    .isEmpty();
        }
    }

    private static List<Integer> numbers() {
        int count = System.getProperty("postfixture.hostile", "").equals("all") ? HostileInput.count() : SOME;
        return IntStream.range(0, count)
                .map(i -> i * HostileInput.count() / count)
                .boxed()
                .toList();
    }

    private static ReceivedMail harmless(MailServer server) throws IOException {
        String mail = "Message-ID: <a@b>\r\nContent-Type: text/html\r\n\r\n" + HARMLESS_MARKUP;
        return received(server, mail.getBytes(StandardCharsets.US_ASCII));
    }

    private static ReceivedMail received(MailServer server, byte[] message) throws IOException {
        int before = server.receivedMails().size();
        try (Socket socket = new Socket(server.smtp().host(), server.smtp().port())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            String commands =
                    "EHLO c.example\r\nMAIL FROM:<shop@example.org>\r\nRCPT TO:<alice@example.org>\r\nBDAT %d LAST\r\n";
            out.write(commands.formatted(message.length).getBytes(StandardCharsets.US_ASCII));
            out.write(message);
            out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(in.lines().toList())
                    .filteredOn(line -> line.matches("[45].*"))
                    .isEmpty();
        }
        return server.receivedMails().get(before);
    }

    private static Page page(WebServer web, String path, String markup, String hostile) {
        Response response = Response.html(markup);
        for (String header :
                List.of("Content-Security-Policy", "Set-Cookie", "Refresh", "Referrer-Policy", "X-Frame-Options")) {
            response = response.withHeader(header, inHeader(hostile));
        }
        web.serve(path, response);
        return Page.open(web.uri(path));
    }

    private static String inHeader(String hostile) {
        return ("a=" + HostileInput.repeat(hostile.replaceAll("[^\\x20-\\x7e]", "x"), 1000)).strip();
    }

    private static Exchange exchange(WebServer web, String hostile) throws Exception {
        int before = web.exchanges().size();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(web.uri("/exchange?a=b"))
                                .header("Cookie", inHeader(hostile))
                                .header(
                                        "Content-Type",
                                        hostile.length() % 2 == 0
                                                ? "application/json"
                                                : "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(HostileInput.repeat(hostile, 1 << 20)))
                                .build(),
                        BodyHandlers.discarding());
        return web.exchanges().get(before);
    }

    private static WebSocketSession session(WebServer web, String message) {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(web.uri("/socket").toString().replace("http", "ws")), new WebSocket.Listener() {})
                .join();
        socket.sendText(message, true).join();
        socket.sendClose(1000, "").join();
        return web.awaitWebSocket("/socket");
    }

    /** Return an argument for each type of parameter that a public check has. */
    private static Map<Class<?>, Object> arguments(ReceivedMail other, Path directory) throws Exception {
        Map<Class<?>, Object> arguments = new HashMap<>();
        arguments.put(String.class, "p");
        arguments.put(String[].class, new String[] {"p"});
        arguments.put(int.class, 0);
        arguments.put(long.class, 1L);
        arguments.put(boolean.class, true);
        arguments.put(byte[].class, new byte[] {1});
        arguments.put(Object.class, "p");
        arguments.put(Map.class, Map.of("p", "q"));
        arguments.put(Predicate.class, (Predicate<Object>) value -> true);
        arguments.put(Pattern.class, Pattern.compile("p"));
        arguments.put(Path.class, directory.resolve("approved"));
        arguments.put(URI.class, URI.create("http://127.0.0.1/"));
        arguments.put(Duration.class, SHORT);
        arguments.put(ZonedDateTime.class, ZonedDateTime.parse("2026-11-03T10:00:00Z"));
        arguments.put(X509Certificate.class, CertificateAuthority.ofThisJvm().certificate());
        arguments.put(ReceivedMail.class, other);
        arguments.put(Original.class, other);
        arguments.put(MailCriteria.class, MailCriteria.textContaining("p"));
        arguments.put(MailCriteria[].class, new MailCriteria[] {MailCriteria.subject("p")});
        arguments.put(RequestCriteria.class, RequestCriteria.body("p"));
        arguments.put(RequestCriteria[].class, new RequestCriteria[] {RequestCriteria.path("/p")});
        arguments.put(MailPriority.class, MailPriority.LOW);
        arguments.put(MailStructure.class, MailStructure.plain());
        arguments.put(MailDefect[].class, new MailDefect[] {MailDefect.MISSING_DATE});
        arguments.put(
                Invitation.class,
                Invitation.of(new CalendarPart(
                        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR", "", "", true)));
        arguments.put(
                DkimKeys.class,
                DkimKeys.of(
                        "example.org",
                        "x",
                        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic()));
        return arguments;
    }
}
