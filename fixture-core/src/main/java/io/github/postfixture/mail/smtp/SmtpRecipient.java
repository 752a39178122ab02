package io.github.postfixture.mail.smtp;

import java.util.List;

/**
 * What one {@code RCPT} said.
 *
 * @param address the forward-path
 * @param parameters the ESMTP parameters, as sent
 */
public record SmtpRecipient(String address, List<String> parameters) {}
