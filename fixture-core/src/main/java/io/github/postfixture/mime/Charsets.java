package io.github.postfixture.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The charsets that mail names, some of them by names that Java does not know. */
public final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("iso88598i", "ISO-8859-8"),
            Map.entry("iso88598e", "ISO-8859-8"),
            Map.entry("csiso88598i", "ISO-8859-8"),
            Map.entry("csiso88598e", "ISO-8859-8"),
            Map.entry("logical", "ISO-8859-8"),
            Map.entry("visual", "ISO-8859-8"),
            Map.entry("iso88596i", "ISO-8859-6"),
            Map.entry("iso88596e", "ISO-8859-6"),
            Map.entry("csiso88596i", "ISO-8859-6"),
            Map.entry("csiso88596e", "ISO-8859-6"),
            Map.entry("ansix31101983", "ISO-8859-1"),
            Map.entry("latin0", "ISO-8859-15"),
            Map.entry("utf8mb3", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode11utf8", "UTF-8"),
            Map.entry("unicode20utf8", "UTF-8"),
            Map.entry("xunicode20utf8", "UTF-8"),
            Map.entry("ucs2", "UTF-16"),
            Map.entry("ucs4", "UTF-32"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("iso10646ucs2", "UTF-16"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("xmacukrainian", "x-MacUkraine"),
            Map.entry("xmacce", "x-MacCentralEurope"),
            Map.entry("koi8ru", "KOI8-U"),
            Map.entry("isoir111", "KOI8-R"),
            Map.entry("koi8e", "KOI8-R"),
            Map.entry("gb231280", "GB2312"),
            Map.entry("isoir58", "GB2312"),
            Map.entry("chinese", "GB2312"),
            Map.entry("cngb", "GB2312"),
            Map.entry("xgbk", "GBK"),
            Map.entry("cnbig5", "Big5"),
            Map.entry("xxbig5", "Big5"),
            Map.entry("ksc5601", "EUC-KR"),
            Map.entry("isoir149", "EUC-KR"),
            Map.entry("korean", "EUC-KR"),
            Map.entry("iso2022jp1", "ISO-2022-JP-2"),
            Map.entry("iso2022jp3", "x-windows-iso2022jp"),
            Map.entry("iso2022jpms", "x-windows-iso2022jp"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("windows932", "windows-31j"),
            Map.entry("xmscp932", "windows-31j"),
            Map.entry("eucjpms", "x-eucJP-Open"),
            Map.entry("xeucjpms", "x-eucJP-Open"),
            Map.entry("cp936", "GBK"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("cp950", "x-windows-950"),
            Map.entry("dos866", "IBM866"),
            Map.entry("dos874", "x-windows-874"));

    private static final Map<String, Charset> COMMON = Map.of(
            "utf8", StandardCharsets.UTF_8,
            "usascii", StandardCharsets.US_ASCII,
            "iso88591", StandardCharsets.ISO_8859_1,
            "windows1252", WINDOWS_1252);

    private static final Map<String, List<String>> SUPERSETS = Map.ofEntries(
            Map.entry("US-ASCII", List.of("UTF-8", "windows-1252")),
            Map.entry("UTF-7", List.of("UTF-8", "windows-1252")),
            Map.entry("ISO-8859-1", List.of("windows-1252")),
            Map.entry("ISO-8859-8", List.of("windows-1255")),
            Map.entry("ISO-8859-9", List.of("windows-1254")),
            Map.entry("TIS-620", List.of("x-windows-874")),
            Map.entry("x-iso-8859-11", List.of("x-windows-874")),
            Map.entry("GB2312", List.of("GB18030", "x-mswin-936")),
            Map.entry("GBK", List.of("GB18030", "x-mswin-936")),
            Map.entry("Big5", List.of("x-windows-950", "Big5-HKSCS")),
            Map.entry("EUC-KR", List.of("x-windows-949")),
            Map.entry("Shift_JIS", List.of("windows-31j")),
            Map.entry("EUC-JP", List.of("x-eucJP-Open")),
            Map.entry("ISO-2022-JP", List.of("x-windows-iso2022jp")),
            Map.entry("ISO-2022-JP-2", List.of("x-windows-iso2022jp")));

    private Charsets() {}

    /**
     * Return the charset of a name, which may be in quotes and in any spelling of its letters and digits; nothing if
     * there is none.
     */
    public static Optional<Charset> named(String name) {
        String compact = compact(name);
        return Optional.ofNullable(COMMON.get(compact))
                .or(() -> Optional.ofNullable(Names.ALL.get(compact)))
                .or(() -> Optional.of(compact)
                        .filter(experimental -> experimental.startsWith("x"))
                        .map(experimental -> Names.ALL.get(experimental.substring(1))));
    }

    /**
     * Return the charset in which browsers read a page that names one (Encoding standard, section 4.2), such as
     * windows-1252 for {@code iso-8859-1}; nothing if there is none of that name.
     */
    public static Optional<Charset> ofPage(String label) {
        return named(label).map(Charsets::asBrowsersRead);
    }

    private static Charset asBrowsersRead(Charset charset) {
        return switch (charset.name()) {
            case "ISO-8859-8" -> charset;
            case "US-ASCII" -> WINDOWS_1252;
            default -> supersets(charset).stream().findFirst().orElse(charset);
        };
    }

    /** Return the charsets that hold all characters of a charset and more, for which it is named by mistake. */
    static List<Charset> supersets(Charset charset) {
        return SUPERSETS.getOrDefault(charset.name(), List.of()).stream()
                .flatMap(name -> ofJava(name).stream())
                .toList();
    }

    /** Return the text that bytes, each given as one character, stand for: UTF-8, or windows-1252 if they are none. */
    public static String guess(String bytes) {
        return isAscii(bytes) ? bytes : TextDecoder.guessed(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> ofJava(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String compact(String name) {
        StringBuilder compact = new StringBuilder();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length() && compact.length() < 40; i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                compact.append(c);
            }
        }
        return compact.toString().replaceFirst("^(win|windows|ms|ibm)(125\\d)$", "windows$2");
    }

    /** All charsets by the letters and digits of their names; they are listed when an uncommon one is asked for. */
    private static final class Names {

        private static final Map<String, Charset> ALL = all();

        private static Map<String, Charset> all() {
            Map<String, Charset> all = new HashMap<>();
            Charset.availableCharsets()
                    .values()
                    .forEach(charset -> charset.aliases().forEach(alias -> all.putIfAbsent(compact(alias), charset)));
            Charset.availableCharsets().values().forEach(charset -> all.put(compact(charset.name()), charset));
            ALIASES.forEach((alias, name) -> ofJava(name).ifPresent(charset -> all.put(alias, charset)));
            List.of("utf7", "unicode11utf7", "unicode20utf7", "csunicode11utf7", "csutf7")
                    .forEach(alias -> all.put(alias, Utf7.CHARSET));
            List.of("iso885910", "latin6").forEach(alias -> all.put(alias, Latin.NORDIC));
            List.of("iso885914", "latin8").forEach(alias -> all.put(alias, Latin.CELTIC));
            return all;
        }
    }
}
