package io.github.postfixture.mime;

import java.util.List;
import java.util.stream.Stream;

/** Texts that are difficult to write into a message. */
final class ComposedTexts {

    private static final List<String> SCRIPTS = List.of(
            "Carol",
            "Käthe Groß",
            "Иван Петров",
            "東京太郎",
            "محمد علي",
            "שלום עולם",
            "สมชาย ใจดี",
            "अमित कुमार",
            "한국어",
            "Ünï çödé",
            "e\u0301te\u0301",
            "👩‍👩‍👧‍👦 family 🎉",
            "\uD83D\uDE00".repeat(60),
            "ж".repeat(300),
            "x".repeat(300),
            "東".repeat(1000),
            "Käthe Groß ".repeat(30) + "x",
            "many words of some length ".repeat(40) + "x",
            "O'Brien \"Bob\" \\ slash",
            "Dr. (no), <who>; [is]: it@all",
            "quote\" only",
            "two  spaces   here",
            "a=?b?=",
            "100% of 50_50",
            "-- ",
            " both ends ");

    private ComposedTexts() {}

    static Stream<String> names() {
        return SCRIPTS.stream();
    }

    static Stream<String> subjects() {
        return Stream.concat(
                SCRIPTS.stream(),
                Stream.of("", " ", "x".repeat(2000), "tab\there", "bell\u0007", "\u00a0", "a\u2028b"));
    }

    static Stream<String> fileNames() {
        return SCRIPTS.stream().map(name -> name + ".txt");
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "\n",
                "It burns.",
                "It burns.\n",
                "Schöne Grüße\n",
                "東京は大きい。\n".repeat(50),
                "\uD83D\uDE00".repeat(500),
                "x".repeat(998) + "\n",
                "x".repeat(999) + "\n",
                "y ".repeat(3000) + "\n",
                "ä".repeat(3000),
                "trailing space \ntrailing tab\t\n and more  \n",
                "trailing, beyond ASCII: ä \nü\t\nend ",
                "From the beginning\nFrom nowhere\n>From it\n",
                ".\n..\n.dot\n\n.\n",
                "--\n--=_1_\n-- \n",
                "a=3D=\n=\n==20",
                "lone\rcarriage return",
                "ends with one\r",
                "\r\r\n\r",
                "nul \0 and bell \u0007",
                "\t\n \n  \n",
                "a" + "\n".repeat(200) + "b");
    }
}
