package io.github.postfixture.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path, decoded and without detours.
 *
 * @param segments the names from the root on
 * @param isFolder whether it ends with a slash
 */
record SitePath(List<String> segments, boolean isFolder) {

    /**
     * Read a path.
     *
     * @param raw the path as sent, which starts with a slash
     * @throws Misspelt if it makes no sense, or leads out of the site
     */
    static SitePath of(String raw, PathRules rules) throws Misspelt {
        List<String> segments = new ArrayList<>();
        String last = "";
        for (String segment : rules.split(raw)) {
            last = segment;
            if (segment.equals("..")) {
                leave(segments);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return new SitePath(segments, last.isEmpty() || last.equals(".") || last.equals(".."));
    }

    private static void leave(List<String> segments) throws Misspelt {
        if (segments.isEmpty()) {
            throw new Misspelt(400);
        }
        segments.remove(segments.size() - 1);
    }

    SitePath child(String name) {
        List<String> longer = new ArrayList<>(segments);
        longer.addAll(List.of(name.split("/")));
        return new SitePath(longer, false);
    }

    /** Return the path of the same place with a slash at its end. */
    SitePath asFolder() {
        return new SitePath(segments, true);
    }

    /** Return the path of a document next to this one, whose name is longer by a suffix. */
    SitePath withSuffix(String suffix) {
        List<String> longer = new ArrayList<>(segments);
        longer.set(longer.size() - 1, longer.get(longer.size() - 1) + suffix);
        return new SitePath(longer, false);
    }

    /** Return the path as it is written in an address. */
    String encoded() {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(encode(segment)));
        return isFolder || segments.isEmpty() ? path.append('/').toString() : path.toString();
    }

    static String encode(String segment) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    /** Return a text with its percent signs decoded. */
    static String decode(String text) throws Misspelt {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                octets.write(octet(encoded, i + 1));
                i += 2;
            } else {
                octets.write(encoded[i]);
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] encoded, int at) throws Misspelt {
        int high = at + 1 < encoded.length ? Character.digit(encoded[at], 16) : -1;
        int low = at + 1 < encoded.length ? Character.digit(encoded[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw new Misspelt(400);
        }
        return high << 4 | low;
    }

    /** A path that names nothing. */
    static final class Misspelt extends Exception {

        private static final long serialVersionUID = 1;

        final int status;

        Misspelt(int status) {
            super("status " + status, null, false, false);
            this.status = status;
        }
    }
}
