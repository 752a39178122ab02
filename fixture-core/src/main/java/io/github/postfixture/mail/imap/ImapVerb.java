package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;

/**
 * A command with the moment that it is for (RFC 3501 section 3).
 *
 * @param state when it is possible
 * @param mayRenumber whether the client may be told of removals while it is executed (section 7.4.1)
 * @param command what is done
 */
record ImapVerb(State state, boolean mayRenumber, ImapCommand command) {

    void requireState(ImapSession session, String name) throws BadSyntaxException {
        switch (state) {
            case ANY -> {}
            case NOT_LOGGED_IN -> require(!session.isLoggedIn(), "Logged in already");
            case LOGGED_IN -> require(session.isLoggedIn(), name + " needs a login");
            case SELECTED -> require(session.selection().isPresent(), name + " needs a selected mailbox");
        }
    }

    private static void require(boolean condition, String complaint) throws BadSyntaxException {
        if (!condition) {
            throw new BadSyntaxException(complaint);
        }
    }

    /** The states of a session. */
    enum State {
        ANY,
        NOT_LOGGED_IN,
        LOGGED_IN,
        SELECTED
    }
}
