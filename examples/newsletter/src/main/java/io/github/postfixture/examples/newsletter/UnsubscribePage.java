package io.github.postfixture.examples.newsletter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where subscribers leave: mail programs by one click (RFC 8058), people by a button. To look at the page changes nothing,
 * because programs look at every link.
 */
public final class UnsubscribePage implements AutoCloseable {

    private static final String TOKEN = "token=";

    private final HttpServer server;
    private final Subscribers subscribers;

    public UnsubscribePage(Subscribers subscribers) throws IOException {
        this.subscribers = subscribers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/unsubscribe", this::unsubscribe);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/unsubscribe");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void unsubscribe(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 200, "<h1>Leave?</h1><form method=post><button>Unsubscribe</button></form>");
        } else if (subscribers.unsubscribe(token(exchange.getRequestURI()))) {
            answer(exchange, 200, "<h1>You are unsubscribed</h1>");
        } else {
            answer(exchange, 404, "<h1>You were not subscribed</h1>");
        }
    }

    private static String token(URI uri) {
        String query = String.valueOf(uri.getQuery());
        return query.startsWith(TOKEN) ? query.substring(TOKEN.length()) : "";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] page = ("<!doctype html><title>Newsletter</title>" + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
