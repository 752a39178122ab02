package io.github.postfixture.mail.pop3;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.util.List;

/** A positive answer: a text, and perhaps lines or a message after it, up to the final dot. */
final class Pop3Reply {

    private final String text;
    private final Body body;

    private Pop3Reply(String text, Body body) {
        this.text = text;
        this.body = body;
    }

    /** Return an answer of one line. */
    static Pop3Reply of(String text) {
        return new Pop3Reply(text, wire -> {});
    }

    /** Return an answer with a list, no line of which begins with a dot. */
    static Pop3Reply listing(String text, List<String> lines) {
        return new Pop3Reply(text, wire -> {
            for (String line : lines) {
                wire.say(line);
            }
            wire.say(".");
        });
    }

    /** Return an answer with a message, its header and no more than so many lines of its body. */
    static Pop3Reply message(String text, Octets octets, int lines) {
        return new Pop3Reply(text, wire -> {
            wire.message(octets, lines);
            wire.say(".");
        });
    }

    void writeTo(Pop3Wire wire) throws IOException {
        wire.say(text.isEmpty() ? "+OK" : "+OK " + text);
        body.writeTo(wire);
    }

    @FunctionalInterface
    private interface Body {

        void writeTo(Pop3Wire wire) throws IOException;
    }
}
