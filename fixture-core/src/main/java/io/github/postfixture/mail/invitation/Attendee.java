package io.github.postfixture.mail.invitation;

import io.github.postfixture.mime.AddressSpec;

/**
 * Somebody who is invited.
 *
 * @param address the mail address
 * @param status what was answered, such as {@code ACCEPTED}; {@code NEEDS-ACTION} if nothing was
 */
public record Attendee(String address, String status) {

    /** Return whether this is the same person with the same answer, whatever the case. */
    boolean isSameAs(Attendee other) {
        return AddressSpec.isSame(address, other.address) && status.equalsIgnoreCase(other.status);
    }

    @Override
    public String toString() {
        return address + " (" + status + ")";
    }
}
