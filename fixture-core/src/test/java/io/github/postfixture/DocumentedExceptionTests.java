package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What public methods throw, and whether their Javadoc says so. */
class DocumentedExceptionTests {

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public (?:final |abstract )*(?:class|interface|enum|record) ", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"fixture-core", "junit5-extension"})
    void methodsThatRefuseAnArgumentSayWhich(String module) throws IOException {
        Path sources = Path.of("..", module, "src/main/java");
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                silent.addAll(silentMethods(file));
            }
        }

        assertThat(silent)
                .as("public methods that throw an IllegalArgumentException without @throws")
                .isEmpty();
    }

    private static List<String> silentMethods(Path file) throws IOException {
        String text = Files.readString(file);
        if (!PUBLIC_TYPE.matcher(text).find() || isInternal(file, text)) {
            return List.of();
        }
        List<String> silent = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int method = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (isMember(lines.get(line))) {
                method = line;
            }
            if (lines.get(line).contains("throw new IllegalArgumentException") && isSilent(lines, method)) {
                silent.add(file.getFileName() + ":" + (method + 1) + lines.get(method));
            }
        }
        return silent;
    }

    private static boolean isInternal(Path file, String text) throws IOException {
        String internal = "@API(status = API.Status.INTERNAL";
        return text.contains("\n" + internal)
                || Files.readString(file.resolveSibling("package-info.java")).contains(internal);
    }

    private static boolean isMember(String line) {
        return line.matches(" {4}[a-z<].*");
    }

    private static boolean isSilent(List<String> lines, int method) {
        if (!lines.get(method).startsWith("    public ")) {
            return false;
        }
        int first = method;
        while (first > 0 && !lines.get(first).isBlank()) {
            first--;
        }
        String head = String.join("\n", lines.subList(first, method));
        return !head.contains("@throws IllegalArgumentException")
                && !head.contains("@Override")
                && !head.contains("INTERNAL");
    }
}
