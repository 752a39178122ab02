package io.github.postfixture.web.jetty;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** The phrases that stand beside status codes (RFC 9110 section 15, and the registry of IANA). */
public final class Reasons {

    /** Those for which Jetty has another phrase, or none. */
    private static final Map<Integer, String> STANDARD = Map.of(
            203, "Non-Authoritative Information",
            208, "Already Reported",
            226, "IM Used",
            413, "Content Too Large",
            422, "Unprocessable Content",
            425, "Too Early",
            451, "Unavailable For Legal Reasons",
            500, "Internal Server Error",
            506, "Variant Also Negotiates");

    private Reasons() {}

    /** Return the phrase, such as {@code Not Found}; empty if there is none for the status. */
    public static String of(int status) {
        String other = otherThanJetty(status);
        return other == null ? HttpStatus.getMessage(status) : other;
    }

    /** Return the phrase if Jetty has another one; else null. */
    static @Nullable String otherThanJetty(int status) {
        return HttpStatus.getCode(status) == null ? STANDARD.getOrDefault(status, "") : STANDARD.get(status);
    }
}
