package io.github.postfixture.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the type of a file by how it begins. */
final class MagicBytes {

    private static final Map<String, String> BEGINNINGS = beginnings();

    private MagicBytes() {}

    /** Return the types that begin so. */
    static List<String> typesOf(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> text.matches("(?s)" + entry.getValue() + ".*"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Return whether files of this type have a beginning that tells. */
    static boolean knows(String type) {
        return BEGINNINGS.containsKey(family(type));
    }

    /** Return the type that tells by its beginning: many a document is a ZIP file. */
    static String family(String type) {
        boolean zipped = type.startsWith("application/vnd.openxmlformats-")
                || type.startsWith("application/vnd.oasis.opendocument.")
                || type.matches("application/(x-zip-compressed|epub\\+zip|java-archive)");
        return zipped
                ? "application/zip"
                : type.replace("image/jpg", "image/jpeg").replace("application/x-gzip", "application/gzip");
    }

    private static Map<String, String> beginnings() {
        Map<String, String> beginnings = new LinkedHashMap<>();
        beginnings.put("application/pdf", "%PDF-");
        beginnings.put("application/zip", "PK(\u0003\u0004|\u0005\u0006)");
        beginnings.put("application/gzip", "\u001f\u008b");
        beginnings.put("image/png", "\u0089PNG\r\n\u001a\n");
        beginnings.put("image/jpeg", "\u00ff\u00d8\u00ff");
        beginnings.put("image/gif", "GIF8[79]a");
        beginnings.put("image/webp", "RIFF....WEBP");
        return beginnings;
    }
}
