package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/migration.md} shows is what runs here, line breaks aside. */
class MigrationGuideTests {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsWhatIsTested() throws IOException {
        String tests = tests();
        List<String> samples = BLOCK.matcher(Files.readString(Path.of("../../docs/migration.md")))
                .results()
                .map(block -> bare(block.group(1)))
                .toList();

        assertThat(samples).hasSizeGreaterThan(10).allMatch(tests::contains, "a sample that a test runs");
    }

    private static String tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(Files::isRegularFile)
                    .map(MigrationGuideTests::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return bare(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }
}
