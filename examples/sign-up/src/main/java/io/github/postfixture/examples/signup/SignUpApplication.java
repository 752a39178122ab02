package io.github.postfixture.examples.signup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages around {@link SignUp}; tells a customer database about everybody who has confirmed. */
public final class SignUpApplication implements AutoCloseable {

    private final HttpServer server;
    private final SignUp signUp;
    private final URI customers;
    private final HttpClient client = HttpClient.newHttpClient();

    public SignUpApplication(URI smtp, URI customers) throws IOException {
        this.customers = customers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        signUp = new SignUp(smtp, uri("/confirm"));
        server.createContext("/", this::signUpPage);
        server.createContext("/register", this::register);
        server.createContext("/confirm", this::confirm);
        server.start();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void signUpPage(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                "Sign up",
                "<form method=post action=/register><input name=address><button>Sign up</button></form>");
    }

    private void register(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            signUp.register(parameters(body).getOrDefault("address", ""));
            answer(exchange, 200, "Almost done", "<h1>Look into your mail</h1>");
        } catch (MessagingException e) {
            answer(exchange, 502, "Sorry", "<h1>We cannot send mail to you</h1>");
        }
    }

    private void confirm(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        Optional<String> address = signUp.confirm(parameters.getOrDefault("token", ""));
        if (address.isEmpty()) {
            answer(exchange, 410, "Sorry", "<h1>This link was used already</h1>");
            return;
        }
        tellCustomerDatabase(address.get());
        answer(exchange, 200, "Done", "<h1>Address confirmed</h1>");
    }

    private void tellCustomerDatabase(String address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(customers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"address\": \"" + address + "\"}"))
                .build();
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String title, String body) throws IOException {
        byte[] page = ("<!doctype html><title>" + title + "</title>" + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> first));
    }
}
