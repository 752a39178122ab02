package io.github.postfixture.ical;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Text as the value of a property, and its escapes (RFC 5545 section 3.3.11, RFC 6350 section 3.4).
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class TextValue {

    private TextValue() {}

    /** Return text as it is written in a property. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** Return what is meant by text that stands in a property. */
    public static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '\\' && i + 1 < value.length() ? meant(value.charAt(++i)) : c);
        }
        return text.toString();
    }

    /** Return the texts of a list, which commas set apart. */
    public static List<String> list(String value) {
        return split(value, ',').stream().map(TextValue::unescape).toList();
    }

    /** Return the parts of a value, which semicolons set apart, each as it is written. */
    public static List<String> parts(String value) {
        return split(value, ';');
    }

    private static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == separator) {
                parts.add(value.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(value.substring(begin));
        return parts;
    }

    private static char meant(char escaped) {
        return escaped == 'n' || escaped == 'N' ? '\n' : escaped;
    }
}
