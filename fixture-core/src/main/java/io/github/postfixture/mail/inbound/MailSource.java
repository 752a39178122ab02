package io.github.postfixture.mail.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that somebody answers, forwards, bounces or complains about. */
public interface MailSource {

    /** Return the address in {@code MAIL FROM}; empty for the null sender. */
    String returnPath();

    /** Return the addresses for which it was handed over, in order. */
    List<String> recipients();

    /** Return the decoded value of the first header field of that name. */
    Optional<String> header(String name);

    /** Return the decoded subject; empty if there is none. */
    String subject();

    /** Return whether there is a {@code text/plain} body. */
    boolean hasText();

    /** Return the {@code text/plain} body, decoded. */
    String text();

    /** Return when it was received. */
    Instant receivedAt();

    /** Return a copy of its bytes. */
    byte[] raw();
}
