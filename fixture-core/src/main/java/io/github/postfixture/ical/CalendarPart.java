package io.github.postfixture.ical;

import org.apiguardian.api.API;

/**
 * The part of a message that holds a calendar.
 *
 * @param text its content
 * @param method the {@code method} parameter of its {@code Content-Type}; empty if there is none
 * @param charset the charset of its {@code Content-Type}; empty if there is none
 * @param alternative whether it stands in {@code multipart/alternative}, where mail readers look for it
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record CalendarPart(String text, String method, String charset, boolean alternative) {}
