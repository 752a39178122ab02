package io.github.postfixture.mail.inbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The identification of a mail (RFC 5322 section 3.6.4), which stays the same however often its bytes are asked for.
 *
 * @param number how many there were before it in this JVM
 * @param date when it was made
 */
record Identification(long number, Instant date) {

    private static final String JVM = UUID.randomUUID().toString();
    private static final AtomicLong NEXT = new AtomicLong(1);

    static Identification next() {
        return new Identification(NEXT.getAndIncrement(), Instant.now());
    }

    /** Return it with the date by a clock, unless that is the system's. */
    Identification by(InstantSource clock) {
        return clock.equals(InstantSource.system()) ? this : new Identification(number, clock.instant());
    }

    /** Return a mail with this date and this id. */
    ComposedMail on(ComposedMail mail) {
        return mail.date(date).messageId(messageId());
    }

    String messageId() {
        return "<" + number + "." + JVM + "@postfixture.invalid>";
    }
}
