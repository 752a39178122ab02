package io.github.postfixture.mail.message;

import io.github.postfixture.mime.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An address in a header, as decoded.
 *
 * @param name the display name; empty if there is none
 * @param address the address without the name, such as {@code alice@example.org}
 */
public record MailAddress(String name, String address) {

    /** Return the addresses among these, those of groups too. */
    static List<MailAddress> all(List<Address> addresses) {
        return addresses.stream()
                .filter(address -> address.kind() == Address.Kind.MAILBOX)
                .map(address -> new MailAddress(address.displayName(), address.spec()))
                .toList();
    }

    /** Return the groups among these (RFC 5322 section 3.4), by their names. */
    static Map<String, List<MailAddress>> groups(List<Address> addresses) {
        Map<String, List<MailAddress>> groups = new LinkedHashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).kind() == Address.Kind.GROUP_BEGIN) {
                int end = addresses.subList(i, addresses.size()).indexOf(Address.GROUP_END);
                groups.put(addresses.get(i).groupName(), all(addresses.subList(i, i + end)));
                i += end;
            }
        }
        return groups;
    }

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
