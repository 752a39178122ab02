package io.github.postfixture.mail.store;

import io.github.postfixture.net.Octets;
import java.time.Instant;

/**
 * A message that came for a mailbox.
 *
 * @param message its bytes
 * @param receivedAt when it came
 */
public record Delivery(Octets message, Instant receivedAt) {}
