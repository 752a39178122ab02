package io.github.postfixture.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A small web server on loopback, whose every request is answered with what the test says. */
final class PageServer implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;

    private PageServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.start();
    }

    static PageServer plain() throws IOException {
        return new PageServer(HttpServer.create(loopback(), 0), "http");
    }

    static PageServer encrypted(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new PageServer(server, "https");
    }

    URI uri(String path) {
        return uri("127.0.0.1", path);
    }

    URI uri(String host, String path) {
        return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + path);
    }

    PageServer html(String path, String markup) {
        return answer(path, 200, markup, "Content-Type", "text/html; charset=utf-8");
    }

    PageServer redirect(String path, int status, String location) {
        return answer(path, status, "", "Location", location);
    }

    /** Answer with the request itself: method, address, content type, cookies and body, a line each. */
    PageServer echo(String path) {
        server.createContext(path, exchange -> send(exchange, 200, request(exchange), "Content-Type", "text/plain"));
        return this;
    }

    /** Answer with the headers of the request, a line each, in the order of their names. */
    PageServer headers(String path) {
        server.createContext(path, exchange -> send(exchange, 200, headers(exchange), "Content-Type", "text/plain"));
        return this;
    }

    /** Answer with what the test says, once it has seen the request. */
    PageServer handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    PageServer answer(String path, int status, String body, String... headers) {
        return answer(path, status, body.getBytes(UTF_8), headers);
    }

    PageServer answer(String path, int status, byte[] body, String... headers) {
        server.createContext(path, exchange -> send(exchange, status, body, headers));
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return String.join(
                        "\n",
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        "type: " + exchange.getRequestHeaders().getFirst("Content-Type"),
                        "cookies: " + exchange.getRequestHeaders().get("Cookie"),
                        body)
                .getBytes(UTF_8);
    }

    private static byte[] headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    static void send(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        exchange.getRequestBody().readAllBytes();
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        exchange.getResponseBody().write(empty ? new byte[0] : body);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
