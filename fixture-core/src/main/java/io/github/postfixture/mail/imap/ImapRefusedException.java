package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.StoreRefusal;

/** A command that is answered {@code NO}; the message is what follows, with a response code in brackets if any. */
final class ImapRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    ImapRefusedException(String message) {
        super(message);
    }

    static ImapRefusedException of(StoreRefusal refusal) {
        return new ImapRefusedException("[" + refusal.reason() + "] " + refusal.getMessage());
    }
}
