package io.github.postfixture.groupware.store;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that was changed in a store.
 *
 * @param author who did it: the address of an account, or a word for somebody else
 * @param before what was there; nothing if nothing was
 * @param after what is there now; nothing if nothing is
 */
public record StoreChange(
        Kind kind, ResourcePath path, String author, Optional<StoredItem> before, Optional<StoredItem> after) {

    /** What was done. */
    public enum Kind {
        /** Something new came. */
        CREATED,
        /** Something got another content. */
        UPDATED,
        /** Something got other properties. */
        DESCRIBED,
        /** Something went. */
        DELETED
    }

    /** Return it in words, such as {@code ada@example.org created /calendars/ada@example.org/calendar/1.ics}. */
    @Override
    public String toString() {
        return author + " " + kind.name().toLowerCase(Locale.ROOT) + " " + path;
    }
}
