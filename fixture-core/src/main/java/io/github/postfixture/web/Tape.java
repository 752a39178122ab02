package io.github.postfixture.web;

import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.net.UndecodableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Exchanges in a text file. */
final class Tape {

    private static final String HEAD =
            "# Exchanges of a web server: > request, < response, | a line of text, = Base64\n";
    private static final Set<String> LEFT_OUT = Set.of("user-agent", "accept-encoding", "date");
    private static final Set<Exchange.Source> KEPT =
            Set.of(Exchange.Source.STUB, Exchange.Source.SITE, Exchange.Source.ORIGIN);

    private final List<Take> takes;

    private Tape(List<Take> takes) {
        this.takes = takes;
    }

    static Tape of(List<Exchange> exchanges) {
        return new Tape(exchanges.stream()
                .filter(exchange ->
                        KEPT.contains(exchange.source()) && exchange.response().isPresent())
                .map(Tape::take)
                .toList());
    }

    private static Take take(Exchange exchange) {
        Request request = exchange.request();
        Response response = exchange.response().orElseThrow();
        byte[] content = response.bytes();
        if (content.length < response.length()) {
            throw new IllegalStateException("the content of " + exchange + " has " + response.length()
                    + " bytes, of which the first " + content.length + " were kept; save without it");
        }
        Optional<byte[]> plain = plain(request);
        Map<String, List<String>> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asked.putAll(request.headers().map());
        plain.ifPresent(bytes -> asked.remove("Content-Encoding"));
        return new Take(
                request.method(),
                request.target(),
                kept(asked, name -> !Credentials.areIn(name)),
                plain.orElseGet(request::bytes),
                response.status(),
                kept(response.headers().map(), name -> true),
                content);
    }

    /** Return the content without its content codings, which may be others the next time; nothing if they are unknown. */
    private static Optional<byte[]> plain(Request request) {
        try {
            return Optional.of(request.plain().toByteArray());
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private static List<Map.Entry<String, String>> kept(
            Map<String, List<String>> headers, Predicate<String> condition) {
        return headers.entrySet().stream()
                .filter(header -> Recording.isPassedOn(header.getKey())
                        && !LEFT_OUT.contains(header.getKey().toLowerCase(Locale.ROOT))
                        && condition.test(header.getKey()))
                .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                .toList();
    }

    void write(Path file) {
        try {
            Files.writeString(file, takes.stream().map(TapeText::of).collect(Collectors.joining("\n", HEAD, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tape read(Path file) {
        try {
            return new Tape(new TapeReader(file.toString(), Files.readString(file)).takes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replay(WebServer web) {
        Map<List<String>, Stub> stubs = new LinkedHashMap<>();
        for (Take take : takes) {
            Stub earlier = stubs.get(take.question());
            if (earlier == null) {
                stubs.put(take.question(), take.stub(web).answer(take.answer()));
            } else {
                earlier.then(take.answer());
            }
        }
    }
}
