package io.github.postfixture.groupware.store;

/** What a collection is for. */
public enum CollectionKind {
    /** Anything: a folder of WebDAV (RFC 4918). */
    FOLDER,
    /** A principal (RFC 3744): somebody who has an account. */
    PRINCIPAL,
    /** Events and tasks (RFC 4791). */
    CALENDAR,
    /** Contacts (RFC 6352). */
    ADDRESS_BOOK,
    /** Scheduling messages that have come (RFC 6638). */
    SCHEDULING_INBOX,
    /** Where scheduling messages are sent (RFC 6638). */
    SCHEDULING_OUTBOX;

    /** Return whether its members are objects of calendars. */
    public boolean holdsCalendarObjects() {
        return this == CALENDAR || this == SCHEDULING_INBOX;
    }
}
