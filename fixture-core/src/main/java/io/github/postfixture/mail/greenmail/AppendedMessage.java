package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.greenmail.store.JakartaFlags;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.octets.Octets;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A message of Jakarta Mail that goes into a folder.
 *
 * @param octets its bytes
 * @param flags how it is marked already
 */
record AppendedMessage(Octets octets, Flags flags) {

    /**
     * Write the message out.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    static AppendedMessage of(MimeMessage message) {
        Octets.Collector octets = new Octets.Collector();
        try {
            message.writeTo(octets);
            return new AppendedMessage(octets.collected(), JakartaFlags.from(message.getFlags()));
        } catch (IOException | MessagingException e) {
            throw new IllegalArgumentException("The message cannot be written: " + e.getMessage(), e);
        }
    }

    /** Return a date in the zone of this machine; now if there is none. */
    static OffsetDateTime here(@Nullable Date date) {
        Instant instant = date == null ? Instant.now() : date.toInstant();
        return instant.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
