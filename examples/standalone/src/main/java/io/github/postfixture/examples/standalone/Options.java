package io.github.postfixture.examples.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the command line says. */
final class Options {

    static final String USAGE = """
            Usage: postfixture-standalone [OPTION]...
              --www DIR                    serve the files of this directory by HTTP and HTTPS
              --account ADDRESS:PASSWORD   add an account (repeatable); any other address takes any password
              --state DIR                  keep the CA certificate and the accepted mail here (default: a temporary directory)
              --port NAME=N                bind smtp, smtps, imap, imaps, pop3, pop3s, http or https to this port (default: a free one)
            """;

    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private Optional<Path> www = Optional.empty();
    private Optional<Path> state = Optional.empty();

    private Options() {}

    /**
     * Parse a command line.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static Options parse(String... arguments) {
        Options options = new Options();
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String name = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options.set(name, words.next());
        }
        return options;
    }

    Map<String, String> accounts() {
        return accounts;
    }

    /** Return the port of an endpoint; 0 for any. */
    int port(String endpoint) {
        return ports.getOrDefault(endpoint, 0);
    }

    Optional<Path> www() {
        return www;
    }

    Optional<Path> state() {
        return state;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--www" -> www = Optional.of(Path.of(value));
            case "--state" -> state = Optional.of(Path.of(value));
            case "--account" -> addAccount(value);
            case "--port" -> addPort(value);
            default -> throw new IllegalArgumentException("Unknown option " + name);
        }
    }

    private void addAccount(String value) {
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--account " + value + " must be ADDRESS:PASSWORD");
        }
        accounts.put(value.substring(0, colon), value.substring(colon + 1));
    }

    private void addPort(String value) {
        String[] parts = value.toLowerCase(Locale.ROOT).split("=", 2);
        if (parts.length != 2 || !parts[0].matches("smtps?|imaps?|pop3s?|https?") || !parts[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--port " + value + " must be NAME=N, such as smtp=2525");
        }
        ports.put(parts[0], Integer.valueOf(parts[1]));
    }
}
