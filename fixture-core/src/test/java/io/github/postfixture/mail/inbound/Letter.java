package io.github.postfixture.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message that a test answers. */
record Letter(String subject, String text, Map<String, String> headers) implements MailSource {

    static Letter welcome() {
        return new Letter(
                "Welcome",
                "Hello\n> again\n\nBye",
                Map.of("From", "Shop <shop@example.org>", "Message-ID", "<2@example.org>"));
    }

    Letter with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Letter(subject, text, Map.copyOf(more));
    }

    @Override
    public String returnPath() {
        return "bounces@example.org";
    }

    @Override
    public List<String> recipients() {
        return List.of("alice@example.net", "bob@example.net");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public boolean hasText() {
        return !text.isEmpty();
    }

    @Override
    public Instant receivedAt() {
        return Instant.parse("2026-11-24T12:30:00Z");
    }

    @Override
    public byte[] raw() {
        return ("Subject: " + subject + "\r\nMessage-ID: <2@example.org>\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
