package io.github.postfixture.mail.inbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Where in a mailbox a mail arrives, and how. Immutable: every method returns a new one. */
public final class DeliveryOptions {

    private static final Pattern NAME = Pattern.compile("[^.*%\\p{Cntrl}]+(?:\\.[^.*%\\p{Cntrl}]+)*");
    private static final DeliveryOptions INBOX = new DeliveryOptions("INBOX", List.of(), Optional.empty());

    private final String folder;
    private final List<String> flags;
    private final Optional<Instant> at;

    private DeliveryOptions(String folder, List<String> flags, Optional<Instant> at) {
        this.folder = folder;
        this.flags = flags;
        this.at = at;
    }

    /** Arrive in the inbox, unread, now. */
    public static DeliveryOptions inbox() {
        return INBOX;
    }

    /**
     * Arrive in a folder, which is created if need be; a dot separates the levels of its name.
     *
     * @throws IllegalArgumentException if it cannot be the name of a folder
     */
    public static DeliveryOptions in(String folder) {
        if (!NAME.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "folder (" + folder + ") must be a name such as Archive or Archive.2026");
        }
        return new DeliveryOptions(folder, List.of(), Optional.empty());
    }

    /** Arrive with these flags, such as {@code \\Seen} or {@code $Work}. */
    public DeliveryOptions flagged(String... names) {
        return new DeliveryOptions(folder, List.copyOf(Arrays.asList(names)), at);
    }

    /** Arrive at this time: the {@code INTERNALDATE} of IMAP. */
    public DeliveryOptions at(Instant time) {
        return new DeliveryOptions(folder, flags, Optional.of(time));
    }

    /** Return the name of the folder. */
    public String folder() {
        return folder;
    }

    /** Return the flags. */
    public List<String> flags() {
        return flags;
    }

    /** Return when it arrives; now, unless it was set. */
    public Instant time() {
        return time(InstantSource.system());
    }

    /**
     * Return when it arrives; now, by this clock, unless it was set.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Instant time(InstantSource clock) {
        return at.orElseGet(clock::instant);
    }
}
