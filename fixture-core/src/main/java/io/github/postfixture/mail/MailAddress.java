package io.github.postfixture.mail;

/**
 * An address in a header, as decoded.
 *
 * @param name the display name; empty if there is none
 * @param address the address without the name, such as {@code alice@example.org}
 */
public record MailAddress(String name, String address) {

    /** Return what stands after the last {@code @}; empty if there is none. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    /** Return what stands before the last {@code @}; the whole address if there is none. */
    public String localPart() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /** Return what stands after the first plus sign of the local part (RFC 5233); empty if there is none. */
    public String tag() {
        int plus = localPart().indexOf('+');
        return plus < 0 ? "" : localPart().substring(plus + 1);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
