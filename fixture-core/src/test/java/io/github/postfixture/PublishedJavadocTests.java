package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedJavadocTests {

    private static final Pattern EXCLUDED =
            Pattern.compile("<excludePackageNames>\\s*([^<]*?)\\s*</excludePackageNames>");

    /** A package in which a single type is for users stays. */
    @ParameterizedTest
    @ValueSource(strings = {"fixture-core", "junit5-extension"})
    void leavesOutThePackagesThatAreForNobodyElse(String module) throws IOException {
        assertThat(excluded(module)).containsExactlyInAnyOrderElementsOf(internalPackages(Path.of("..", module)));
    }

    /** Return the packages that the Javadoc leaves out. */
    static Set<String> excluded(String module) throws IOException {
        return EXCLUDED.matcher(Files.readString(Path.of("..", module, "pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(names -> Pattern.compile("\\s*,\\s*").splitAsStream(names))
                .collect(Collectors.toSet());
    }

    private static List<String> internalPackages(Path module) throws IOException {
        Path sources = module.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> says(file, "INTERNAL"))
                    .map(Path::getParent)
                    .filter(folder -> !hasTypesForUsers(folder))
                    .map(folder -> sources.relativize(folder).toString().replace('/', '.'))
                    .toList();
        }
    }

    private static boolean hasTypesForUsers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> says(file, "EXPERIMENTAL"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String status) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("API.Status." + status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
