package io.github.postfixture.mail.inbound;

/**
 * A header field.
 *
 * @param name its name
 * @param value its value, not encoded yet
 */
record Field(String name, String value) {}
