package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.message.ImapMessage;
import io.github.postfixture.mail.store.StoredMessage;

/**
 * A message that is being fetched.
 *
 * @param stored the message
 * @param content what is in it
 * @param flags how it is marked, as {@code FETCH} says it
 */
record FetchedMessage(StoredMessage stored, ImapMessage content, String flags) {

    FetchedMessage(StoredMessage stored, SelectedFolder selected) {
        this(stored, ImapMessage.of(stored.octets()), selected.flags(stored));
    }
}
