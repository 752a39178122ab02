package io.github.postfixture.mail.pop3;

/** A command that is not executed. */
final class Pop3Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Make a refusal; the reason begins with a response code (RFC 2449 section 8) where there is one. */
    Pop3Refusal(String reason) {
        super(reason);
    }

    static void unless(boolean condition, String reason) throws Pop3Refusal {
        if (!condition) {
            throw new Pop3Refusal(reason);
        }
    }
}
