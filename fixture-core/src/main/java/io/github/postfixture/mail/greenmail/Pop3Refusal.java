package io.github.postfixture.mail.greenmail;

/** A command that is not executed; the message says why. */
final class Pop3Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Pop3Refusal(String reason) {
        super(reason);
    }
}
