package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFolderTests {

    private static final Path HERE = Path.of("/home/alice/build/shop").toAbsolutePath();

    @TempDir
    private Path project;

    @Test
    void ofMavenIsWhereItsClassesAre() {
        assertThat(BuildFolder.above(HERE.resolve("target/test-classes"), HERE)).hasValue(Path.of("target"));
    }

    @Test
    void ofGradleIsWhereItsClassesAreWhateverElseIsThere() {
        assertThat(BuildFolder.above(HERE.resolve("build/classes/java/test"), HERE))
                .hasValue(Path.of("build"));
    }

    @Test
    void ofAModuleIsThatOfTheModuleIfItRunsFromTheRoot() {
        assertThat(BuildFolder.above(HERE.resolve("checkout/build/classes/java/test"), HERE))
                .hasValue(Path.of("checkout", "build"));
    }

    @Test
    void isNotAFolderAboveTheProject() {
        assertThat(BuildFolder.above(HERE.resolve("out/test/shop"), HERE)).isEmpty();
        assertThat(BuildFolder.above(HERE, HERE)).isEmpty();
        assertThat(BuildFolder.above(HERE.resolveSibling("other/target/test-classes"), HERE))
                .isEmpty();
    }

    @Test
    void ofClassesElsewhereIsTheOneThatIsThere() throws IOException {
        assertThat(BuildFolder.in(project)).isEqualTo(Path.of("target"));

        Files.createDirectory(project.resolve("build"));
        assertThat(BuildFolder.in(project)).isEqualTo(Path.of("build"));

        Files.createDirectory(project.resolve("target"));
        assertThat(BuildFolder.in(project)).isEqualTo(Path.of("target"));
    }

    @Test
    void ofThisTestIsKnown() {
        assertThat(BuildFolder.of(BuildFolderTests.class)).isEqualTo(Path.of("target"));
    }

    @Test
    void ofAClassOfNobodyIsTheOneThatIsThere() {
        assertThat(BuildFolder.of(String.class))
                .isEqualTo(BuildFolder.in(Path.of("").toAbsolutePath()));
    }
}
