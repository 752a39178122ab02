package io.github.postfixture.groupware.dav;

import io.github.postfixture.xml.XmlElement;
import java.util.Locale;

/**
 * Whether text is what a client looks for (RFC 4791 section 9.7.5, RFC 6352 section 10.5.4).
 *
 * @param text what it looks for, in the case in which it is compared
 * @param how whether the text is to be equal, to contain it, or to start or end with it
 * @param isNegated whether it must not be so
 */
record TextMatch(String text, Collation collation, String how, boolean isNegated) {

    /** How characters are compared (RFC 4790). */
    private enum Collation {
        OCTET,
        ASCII,
        UNICODE;

        String fold(String text) {
            return switch (this) {
                case OCTET -> text;
                case ASCII -> asciiLowerCase(text);
                case UNICODE -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            };
        }

        private static String asciiLowerCase(String text) {
            StringBuilder lower = new StringBuilder(text);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
            return lower.toString();
        }
    }

    /** Read the element of a filter. */
    static TextMatch of(XmlElement element, DavNamespace namespace) throws DavRefusal {
        String name = element.attribute("collation").orElse("default");
        Collation collation = switch (name) {
            case "default" -> namespace == DavNamespace.CARDDAV ? Collation.UNICODE : Collation.ASCII;
            case "i;octet" -> Collation.OCTET;
            case "i;ascii-casemap" -> Collation.ASCII;
            case "i;unicode-casemap" -> Collation.UNICODE;
            default ->
                throw DavRefusal.of(
                        403, namespace.element("supported-collation"), "There is no collation " + name + " here");
        };
        return new TextMatch(
                collation.fold(element.text()),
                collation,
                element.attribute("match-type").orElse("contains"),
                element.attribute("negate-condition").filter("yes"::equals).isPresent());
    }

    boolean matches(String found) {
        return compare(collation.fold(found)) != isNegated;
    }

    private boolean compare(String found) {
        return switch (how) {
            case "equals" -> found.equals(text);
            case "starts-with" -> found.startsWith(text);
            case "ends-with" -> found.endsWith(text);
            default -> found.contains(text);
        };
    }
}
