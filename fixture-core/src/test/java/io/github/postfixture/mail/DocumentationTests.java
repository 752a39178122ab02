package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on assertions show, statement by statement and failure by failure, is what the tests here run. */
class DocumentationTests {

    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"assertions.md", "web-assertions.md"})
    void showsWhatIsTested(String page) throws IOException {
        String tests = tests();
        List<String> samples = BLOCK.matcher(Files.readString(Path.of("../docs", page)))
                .results()
                .flatMap(
                        block -> block.group(1).equals("java") ? statements(block.group(2)) : Stream.of(block.group(2)))
                .toList();

        assertThat(samples)
                .hasSizeGreaterThan(50)
                .allMatch(sample -> tests.contains(bare(sample)), "a sample that a test runs");
    }

    private static Stream<String> statements(String code) {
        return Arrays.stream(code.strip().split(";(?:\n|$)", -1)).filter(statement -> !statement.isBlank());
    }

    private static String tests() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java/io/github/postfixture"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.append(bare(Files.readString(file)));
            }
        }
        return sources.toString();
    }

    /** Leave out white space, backslashes in string literals, and the dots after what is not shown whole. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\\\]", "").replaceFirst("\\.{3}$", "");
    }
}
