package io.github.postfixture.groupware.store;

import io.github.postfixture.account.Accounts;
import java.util.List;

/**
 * Where what belongs to an account is.
 *
 * @param address the address of the account, in its one spelling
 */
public record AccountHome(String address) {

    /** The collection of all principals. */
    public static final ResourcePath PRINCIPALS = ResourcePath.of("principals");

    public AccountHome {
        address = Accounts.key(address);
    }

    /** Return the account itself. */
    public ResourcePath principal() {
        return PRINCIPALS.child(address);
    }

    /** Return the collection of its calendars and task lists. */
    public ResourcePath calendars() {
        return ResourcePath.of("calendars", address);
    }

    /** Return its first calendar. */
    public ResourcePath calendar() {
        return calendars().child("calendar");
    }

    /** Return its first task list. */
    public ResourcePath tasks() {
        return calendars().child("tasks");
    }

    /** Return where scheduling messages come to. */
    public ResourcePath inbox() {
        return calendars().child("inbox");
    }

    /** Return where scheduling messages are sent. */
    public ResourcePath outbox() {
        return calendars().child("outbox");
    }

    /** Return the collection of its address books. */
    public ResourcePath addressBooks() {
        return ResourcePath.of("addressbooks", address);
    }

    /** Return its first address book. */
    public ResourcePath contacts() {
        return addressBooks().child("contacts");
    }

    /** Return its files. */
    public ResourcePath files() {
        return ResourcePath.of("files", address);
    }

    /** Return what every account has, and cannot be removed. */
    public List<ResourcePath> fixed() {
        return List.of(principal(), calendars(), inbox(), outbox(), addressBooks(), files());
    }
}
