package io.github.postfixture.web;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.Transport;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** Measures what it costs to find one stub among many, by itself and as part of a request. Run it by hand. */
final class StubSpeed {

    private static final InetSocketAddress ANYWHERE = InetSocketAddress.createUnresolved("localhost", 80);
    private static final ConnectionAddresses ENDS = new ConnectionAddresses(ANYWHERE, ANYWHERE);

    private static final int[] COUNTS = {1, 10, 100, 1_000, 10_000};
    private static final int LOOKUPS = 200_000;
    private static final int REQUESTS = 5_000;

    private StubSpeed() {}

    public static void main(String[] arguments) throws IOException {
        for (int round = 1; round <= 2; round++) {
            measure("path", (web, i) -> web.on("GET", "/a/" + i).answer(Response.ok()), i -> "/a/" + i);
            measure(
                    "template",
                    (web, i) -> web.on("GET", "/a/" + i + "/{id}").answer(Response.ok()),
                    i -> "/a/" + i + "/7");
            measure(
                    "query",
                    (web, i) -> web.on("GET", "/a")
                            .withQuery("format", "json")
                            .withQuery("id", "" + i)
                            .answer(Response.ok()),
                    i -> "/a?format=json&id=" + i);
        }
    }

    private static void measure(String name, BiConsumer<WebServer, Integer> stub, IntFunction<String> target)
            throws IOException {
        for (int count : COUNTS) {
            try (WebServer web = WebServer.start()) {
                long began = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    stub.accept(web, i);
                }
                double put = (System.nanoTime() - began) / 1e3 / count;
                String path = target.apply(count / 2);
                System.out.printf(
                        Locale.ROOT,
                        "%-8s %6d stubs: put %6.2f us, find %6.0f ns, request %6.1f us%n",
                        name,
                        count,
                        put,
                        find(web, path),
                        request(web, path));
            }
        }
    }

    private static double find(WebServer web, String target) {
        Transport transport = new Transport("HTTP/1.1", 1, 1, Optional.empty());
        RequestMessage message = new RequestMessage(
                "GET", target, transport, List.of(Map.entry("Host", "x")), Octets.of(new byte[0]), 0, ENDS);
        int found = 0;
        for (int i = 0; i < LOOKUPS / 4; i++) {
            found += web.stub(new Request(message)).isPresent() ? 1 : 0;
        }
        long began = System.nanoTime();
        for (int i = 0; i < LOOKUPS; i++) {
            found += web.stub(new Request(message)).isPresent() ? 1 : 0;
        }
        if (found != LOOKUPS + LOOKUPS / 4) {
            throw new IllegalStateException("not found: " + target);
        }
        return (System.nanoTime() - began) / (double) LOOKUPS;
    }

    private static double request(WebServer web, String target) throws IOException {
        byte[] request = ("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        long[] times = new long[REQUESTS];
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), web.http().port())) {
            socket.setTcpNoDelay(true);
            InputStream input = socket.getInputStream();
            byte[] answer = new byte[4096];
            for (int i = 0; i < REQUESTS; i++) {
                long began = System.nanoTime();
                socket.getOutputStream().write(request);
                int length = 0;
                while (!new String(answer, 0, length, StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                    length += input.read(answer, length, answer.length - length);
                }
                times[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(times);
        return times[REQUESTS / 2] / 1e3;
    }
}
