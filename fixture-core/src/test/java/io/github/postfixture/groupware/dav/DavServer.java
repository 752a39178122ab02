package io.github.postfixture.groupware.dav;

import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** A web server with the service, for Ada and Bob, and a client that is one of them. */
final class DavServer implements AutoCloseable {

    static final String ADA = "ada@example.org";
    static final String BOB = "bob@example.org";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebServer web;
    private final GroupwareStore store;
    private volatile Instant now = Instant.parse("2026-12-01T10:00:00Z");

    private DavServer() {
        Timeline timeline = new Timeline();
        InstantSource clock = () -> now;
        store = new GroupwareStore(clock, timeline);
        Accounts accounts = new Accounts();
        accounts.add(Account.of(ADA, "secret")
                .withDisplayName("Ada Lovelace")
                .withToken("token")
                .withExpiredToken("old"));
        accounts.add(Account.of(BOB, "hidden"));
        web = WebServer.builder().timeline(timeline).start();
        DavService service = new DavService(store, accounts, timeline, "/dav");
        web.mount("/dav", service).mount("/.well-known/caldav", service).mount("/.well-known/carddav", service);
    }

    static DavServer start() {
        return new DavServer();
    }

    WebServer web() {
        return web;
    }

    GroupwareStore store() {
        return store;
    }

    static AccountHome ada() {
        return new AccountHome(ADA);
    }

    /** Return an event with a UID and more lines. */
    static String event(String uid, String... lines) {
        return object("VEVENT", uid, lines);
    }

    /** Return an object of a calendar. */
    static String object(String kind, String uid, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\nBEGIN:" + kind + "\r\nUID:" + uid
                + "\r\nDTSTAMP:20261201T090000Z\r\n" + lines(lines) + "END:" + kind + "\r\nEND:VCALENDAR\r\n";
    }

    /** Return a contact with a UID and more lines. */
    static String card(String uid, String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\n" + lines(lines) + "END:VCARD\r\n";
    }

    private static String lines(String... lines) {
        return lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    }

    void setNow(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    /** Return the URI of a path of the service. */
    String uri(String path) {
        return web.http().uri() + "/dav" + path;
    }

    /** Ask as Ada. */
    HttpResponse<String> ask(String method, String path, String body, String... fields) {
        return askAs(ADA + ":secret", method, path, body, fields);
    }

    HttpResponse<String> askAsBob(String method, String path, String body, String... fields) {
        return askAs(BOB + ":hidden", method, path, body, fields);
    }

    private HttpResponse<String> askAs(String pair, String method, String path, String body, String... fields) {
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(method, uri(path), body, fields);
        return send(request.setHeader("Authorization", "Basic " + basic));
    }

    /** Ask a URI as nobody. */
    static HttpResponse<String> askAnonymously(String method, String uri, String... fields) {
        return send(request(method, uri, "", fields));
    }

    private static HttpRequest.Builder request(String method, String uri, String body, String... fields) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
