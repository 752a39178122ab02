package io.github.postfixture.mail;

/**
 * An address in a header, as decoded.
 *
 * @param name the display name; empty if there is none
 * @param address the address without the name, such as {@code alice@example.org}
 */
public record MailAddress(String name, String address) {

    /** Return what stands after the {@code @}; empty if there is none. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1 == 0 ? address.length() : address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
