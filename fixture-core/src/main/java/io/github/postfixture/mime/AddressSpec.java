package io.github.postfixture.mime;

import io.github.postfixture.net.domain.DomainName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * An address without a name, {@code addr-spec} of RFC 5322 section 3.4.1, in the one spelling by which mailboxes are
 * told from each other. Equal are addresses that differ in letter case, in quotes that are not needed (RFC 5321 section
 * 4.1.2), in comments, in a source route, in the composition of their characters (RFC 6532 section 3.1), or in whether
 * their domain is written in Unicode or in ASCII (RFC 5891).
 *
 * @param localPart without quotes, in lower case
 * @param domain in Unicode and in lower case, without a final dot; empty if there is none
 */
public record AddressSpec(String localPart, String domain) {

    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~.";

    /** Read an address; of what is none, the whole text is the local part. */
    public static AddressSpec of(String address) {
        int at = address.indexOf('@');
        return at > 0 && isPlain(address, at)
                ? new AddressSpec(lowerCase(address.substring(0, at)), lowerCase(address.substring(at + 1)))
                : parsed(address);
    }

    private static AddressSpec parsed(String address) {
        List<Address> parsed = Address.parse(address);
        return parsed.size() == 1 && isBare(parsed.get(0), address)
                ? of(parsed.get(0))
                : new AddressSpec(folded(address.strip()), "");
    }

    /** Return an address without its name and its route. */
    public static AddressSpec of(Address address) {
        return new AddressSpec(folded(address.mailbox()), DomainName.toUnicode(address.host()));
    }

    /** Return whether two addresses mean the same mailbox. */
    public static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other) || of(one).equals(of(other));
    }

    /** Return it as text, in quotes only where they are needed: equal for all spellings of an address. */
    @Override
    public String toString() {
        return domain.isEmpty() ? localPart : quoted(localPart) + "@" + domain;
    }

    /** Return a local part in quotes, if it needs them. */
    static String quoted(String localPart) {
        return isDotAtom(localPart)
                ? localPart
                : '"' + localPart.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Return whether an address has one spelling but for letter case: atoms in ASCII, and no encoded label. */
    private static boolean isPlain(String address, int at) {
        for (int i = 0; i < address.length(); i++) {
            if (i != at && !isPlain(address.charAt(i), i > at)) {
                return false;
            }
        }
        return isSeparatedByDots(address.substring(0, at))
                && isSeparatedByDots(address.substring(at + 1))
                && (address.indexOf("--") < 0 || !lowerCase(address).contains("xn--"));
    }

    private static boolean isPlain(char c, boolean inDomain) {
        boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letterOrDigit || (inDomain ? c == '.' || c == '-' : ATEXT.indexOf(c) >= 0);
    }

    private static boolean isSeparatedByDots(String atoms) {
        return !atoms.isEmpty() && !atoms.startsWith(".") && !atoms.endsWith(".") && !atoms.contains("..");
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isBare(Address parsed, String text) {
        return parsed.kind() == Address.Kind.MAILBOX && (parsed.name().isEmpty() || text.indexOf('<') < 0);
    }

    static boolean isDotAtom(String localPart) {
        for (int i = 0; i < localPart.length(); i++) {
            char c = localPart.charAt(i);
            if (!Character.isLetterOrDigit(c) && ATEXT.indexOf(c) < 0 && c <= 0x7f) {
                return false;
            }
        }
        return isSeparatedByDots(localPart);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
