package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README and the guides show is what tests run, line breaks and what is left out at {@code // ...} aside. */
class ReadmeTests {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern CODE = Pattern.compile("```(?:java|groovy)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LEFT_OUT = Pattern.compile("\\n *// \\.\\.\\.\n");

    @ParameterizedTest
    @CsvSource({
        "README.md, examples/sign-up/src/test",
        "docs/builds.md, examples/gradle",
        "docs/frameworks.md, examples/frameworks",
        "docs/mail.md, examples/sign-up/src/test",
        "docs/migration.md, examples/migration/src/test",
        "docs/parallel.md, examples/parallel/src/test",
        "docs/quarkus.md, examples/quarkus/src/test",
        "docs/spring.md, examples/spring-boot/src/test",
        "docs/waiting.md, examples/sign-up/src/test"
    })
    void showsCodeThatRuns(Path page, Path tests) throws IOException {
        List<String> sources = sources(ROOT.resolve(tests));
        List<String> samples = CODE.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .flatMap(match -> LEFT_OUT.splitAsStream(match.group(1)))
                .map(ReadmeTests::withoutSpace)
                .toList();

        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sources).anyMatch(source -> source.contains(sample)));
    }

    private static List<String> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().matches(".*\\w\\.(java|gradle)"))
                    .map(ReadmeTests::read)
                    .map(ReadmeTests::withoutSpace)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
