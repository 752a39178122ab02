package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the tests here run, line breaks aside. */
class ReadmeTests {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsCodeThatRuns() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        String source =
                Files.readString(Path.of("src/test/java/io/github/postfixture/examples/signup/SignUpTests.java"));
        List<String> samples =
                JAVA.matcher(readme).results().map(match -> match.group(1)).toList();

        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(withoutSpace(source)).contains(withoutSpace(sample)));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
