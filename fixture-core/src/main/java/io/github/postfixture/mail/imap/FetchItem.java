package io.github.postfixture.mail.imap;

/** Something of a message that a client can fetch. */
@FunctionalInterface
interface FetchItem {

    /**
     * Return the item and its value.
     *
     * @throws ImapRefusedException if this message has it in no form that can be sent
     */
    FetchValue value(FetchedMessage message) throws ImapRefusedException;

    /** Return whether it holds something of the body. */
    default boolean holdsBody() {
        return false;
    }
}
