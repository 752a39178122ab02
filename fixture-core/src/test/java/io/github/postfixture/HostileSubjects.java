package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.groupware.Calendar;
import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.ical.Event;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.websocket.WebSocketSession;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** What public checks are called on: mails, pages and requests that two servers were given, hostile ones and harmless ones. */
final class HostileSubjects implements AutoCloseable {

    /** How long the servers wait for what does not come. */
    static final Duration SHORT = Duration.ofMillis(20);

    private static final String HARMLESS =
            "<title>t</title><form><input name=p></form><table><tr><td>a</table><a href=x>l</a>";

    private final MailServer mail = MailServer.builder().timeout(SHORT).start();
    private final BlockingQueue<WebSocketSession> sessions = new LinkedBlockingQueue<>();
    private final WebServer web = WebServer.builder().timeout(SHORT).start();
    private final Postfixture host =
            Postfixture.builder().groupware(Groupware.builder().timeout(SHORT)).start();
    private final Calendar calendar = host.groupware().calendar("alice@example.org");

    HostileSubjects() {
        web.serve("/harmless", Response.html(HARMLESS));
        web.serve("/socket", Response.webSocket((session, message) -> sessions.add(session)));
    }

    MailServer mailServer() {
        return mail;
    }

    WebServer webServer() {
        return web;
    }

    /** Return a mail that nothing is wrong with. */
    ReceivedMail harmlessMail() throws IOException {
        return received("Message-ID: <a@b>\r\nList-Unsubscribe: <%s>\r\nContent-Type: text/html\r\n\r\n%s"
                .formatted(web.uri("/harmless"), HARMLESS)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Return a page that nothing is wrong with. */
    Page harmlessPage() {
        return Page.open(web.uri("/harmless"));
    }

    /** Return a hostile mail whose links lead to a page that is hostile, too. */
    ReceivedMail mail(int number, int length) throws IOException {
        serve(number, length);
        return received(HostileInput.mail(number, length, web.uri("/a")));
    }

    /** Return a hostile page whose links and forms lead to itself. */
    Page page(int number, int length) {
        serve(number, length);
        return Page.open(web.uri("/a"));
    }

    /** Return a request that nothing is wrong with. */
    Exchange harmlessExchange() throws Exception {
        return exchange("p", 1);
    }

    /** Return a request that repeats a piece of text in its fields and its content. */
    Exchange exchange(int number, int length) throws Exception {
        return exchange(HostileInput.PIECES.get(number), length);
    }

    private Exchange exchange(String piece, int length) throws Exception {
        int before = web.exchanges().size();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(web.uri("/exchange?a=b"))
                                .header("Cookie", inHeader(piece))
                                .header(
                                        "Content-Type",
                                        piece.length() % 2 == 0
                                                ? "application/json"
                                                : "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(HostileInput.repeat(piece, length)))
                                .build(),
                        BodyHandlers.discarding());
        return web.exchanges().get(before);
    }

    /** Return a WebSocket that brought one message and was closed. */
    WebSocketSession webSocket(String message) throws InterruptedException {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(web.uri("/socket").toString().replace("http", "ws")), new WebSocket.Listener() {})
                .join();
        socket.sendText(message, true).join();
        socket.sendClose(1000, "").join();
        return sessions.take();
    }

    /** Return what shows all that has come so far. */
    List<Object> overviews() {
        return List.of(
                mail.assertThat(),
                mail.attempts(),
                calendar.assertThat(),
                mail.mailbox("alice@example.org").readers(),
                mail.mailbox("alice@example.org").folders().mailsIn("INBOX").get(0),
                web.assertThat());
    }

    private void serve(int number, int length) {
        String piece = HostileInput.PIECES.get(number);
        Response page = Stream.of(
                        "Content-Security-Policy", "Set-Cookie", "Refresh", "Referrer-Policy", "X-Frame-Options")
                .reduce(
                        Response.html(HostileInput.markup(number, length)),
                        (response, header) -> response.withHeader(header, inHeader(piece)),
                        (one, other) -> other);
        calendar.put(Event.builder()
                .uid("1@example.org")
                .summary(HostileInput.repeat(piece, length))
                .starts(LocalDate.of(2026, 11, 3))
                .build());
        web.serve("/a", page);
        web.serve("/x", page);
    }

    private static String inHeader(String piece) {
        return ("a=" + HostileInput.repeat(piece.replaceAll("[^\\x20-\\x7e]", "x"), 1000)).strip();
    }

    private ReceivedMail received(byte[] message) throws IOException {
        int before = mail.receivedMails().size();
        try (Socket socket = new Socket(mail.smtp().host(), mail.smtp().port())) {
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
        return mail.receivedMails().get(before);
    }

    @Override
    public void close() {
        host.close();
        mail.close();
        web.close();
    }
}
