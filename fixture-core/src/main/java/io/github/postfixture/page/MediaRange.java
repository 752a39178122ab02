package io.github.postfixture.page;

import java.util.Locale;

/** A media type without its parameters, or a range such as {@code text/*}. */
record MediaRange(String type, String subtype) {

    static MediaRange of(String text) {
        String[] parts = withoutParameters(text).split("/", 2);
        return new MediaRange(parts[0], parts.length == 2 ? parts[1] : "");
    }

    static String withoutParameters(String text) {
        return text.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    boolean overlaps(MediaRange other) {
        return overlap(type, other.type) && overlap(subtype, other.subtype);
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || one.equals("*") || other.equals("*");
    }
}
