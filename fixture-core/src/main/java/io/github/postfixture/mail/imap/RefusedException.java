package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.StoreRefusal;

/** A command that is answered {@code NO}; the message is what follows, with a response code in brackets if any. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    static RefusedException of(StoreRefusal refusal) {
        return new RefusedException("[" + refusal.reason() + "] " + refusal.getMessage());
    }
}
