package io.github.postfixture.junit5.planted;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a build prints of a failure, without what differs from one run to the next. */
final class FailureText {

    private static final Pattern FRAME_OF_OTHERS =
            Pattern.compile("\\s+(at (?!.*\\.planted\\.).*|\\.\\.\\. \\d+ more)");
    private static final Pattern BOUNDARY_OR_ID = Pattern.compile("<[^<>\\s@]+@[^<>\\s]*(?<!example\\.org)>");

    private FailureText() {}

    /** Return the failure as a build prints it. */
    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Return a text of which two runs have the same. */
    static String normalised(String text) {
        String lines = text.lines()
                .filter(line -> !FRAME_OF_OTHERS.matcher(line).matches())
                .map(FailureText::withoutNumbers)
                .filter(line -> !line.endsWith("connection lost: ..."))
                .collect(Collectors.joining("\n", "", "\n"));
        return lines.replaceAll("file:///\\S*/planted/", "file:///.../");
    }

    private static String withoutNumbers(String line) {
        String stable = line.replaceAll("(127\\.0\\.0\\.1|localhost):\\d{2,}", "$1:PORT")
                .replaceAll("\\+\\d+\\.\\d{3}s", "+T")
                .replaceAll("[+]?\\d+(\\.\\d+)? (ms|s|seconds?)\\b(?! but)", "N ms")
                .replaceAll("\\((\\w+)\\.java:\\d+\\)", "($1.java)")
                .replaceAll(
                        "a client broke off the TLS handshake( \\d times)?, perhaps because it did not trust the certificate",
                        "a client refused the certificate of this server$1")
                .replaceAll("TLS handshake failed: .*", "TLS handshake failed: ...")
                .replaceAll("(?<=SSLHandshakeException: )\\(\\w+\\) ", "")
                .replaceAll("connection lost: (?!the client (began|sent|spoke)).*", "connection lost: ...")
                .replaceAll("\\((\\p{XDigit}{2} ){3,}\\.\\.\\.\\)", "(16 03 ...)")
                .replaceAll("(?<=  Date: )\\w{3}, .*", "DATE")
                .replaceAll("(?<=127.0.0.1, )\\d{2,5}", "PORT")
                .replaceAll("(?<=<)(#?)[\\w-]+@[\\w.-]*\\$[\\w.-]+(?=>)", "ID")
                .replaceAll("(?<=Message-ID: |In-Reply-To: |References: )<[^>]+>", "<ID>");
        return BOUNDARY_OR_ID.matcher(stable).replaceAll("<ID>");
    }
}
