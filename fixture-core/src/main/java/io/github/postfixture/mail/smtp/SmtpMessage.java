package io.github.postfixture.mail.smtp;

import io.github.postfixture.net.Octets;
import io.github.postfixture.net.Transcript;
import java.time.Instant;
import java.util.List;

/**
 * A message that was received whole, with everything that its envelope said.
 *
 * @param client who sent it, and how
 * @param sender the reverse-path; empty for the null sender
 * @param parameters the ESMTP parameters of {@code MAIL}, as sent
 * @param recipients the recipients in order, duplicates included
 * @param octets the bytes of the message
 * @param receivedAt when the last byte was read
 * @param transcript the dialogue of the transaction
 */
public record SmtpMessage(
        SmtpClient client,
        String sender,
        List<String> parameters,
        List<SmtpRecipient> recipients,
        Octets octets,
        Instant receivedAt,
        Transcript transcript) {}
