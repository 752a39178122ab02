package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.Test;

/** What holds of every verb of every assertion on mail, requests and pages. */
class VocabularyTests {

    private static final Pattern FAILING = Pattern.compile("```java\n((?:(?!```).)*)```\n```text\n", Pattern.DOTALL);
    private static final Pattern PASSING = Pattern.compile("```java\n((?:(?!```).)*)```\n(?!```text)", Pattern.DOTALL);
    private static final Set<String> KOTLIN =
            Set.of("as", "fun", "in", "interface", "is", "object", "typealias", "typeof", "val", "var", "when");

    private final List<Method> verbs = assertions()
            .flatMap(type -> MailVerbs.declaredBy(type).stream())
            .distinct()
            .toList();

    private static Stream<Class<?>> assertions() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "io.github.postfixture.mail", "io.github.postfixture.web", "io.github.postfixture.page")
                        .stream()
                        .filter(type -> type.isAssignableTo(AbstractAssert.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect);
    }

    @Test
    void everyVerbIsShownOnAPageOfAssertions() throws IOException {
        String page = Files.readString(Path.of("../docs/assertions.md"))
                + Files.readString(Path.of("../docs/web-assertions.md"));
        String passing = blocks(PASSING, page);
        String failing = blocks(FAILING, page);

        assertThat(verbs).hasSizeGreaterThan(180);
        assertThat(missing(passing, verbs))
                .as("verbs without an example that passes")
                .isEmpty();
        assertThat(missing(
                        failing, verbs.stream().filter(VocabularyTests::checks).toList()))
                .as("checks without an example that fails")
                .isEmpty();
    }

    @Test
    void noVerbIsAWordThatKotlinKeepsForItself() {
        assertThat(verbs).extracting(Method::getName).doesNotContainAnyElementsOf(KOTLIN);
    }

    @Test
    void everyAssertionCanBeSubclassedAsSoftAssertionsDo() {
        assertThat(assertions())
                .allSatisfy(type -> assertThat(type).isNotFinal().isPublic());
    }

    private static List<String> missing(String examples, List<Method> verbs) {
        return verbs.stream()
                .filter(verb -> !examples.contains("." + verb.getName() + "("))
                .map(verb -> verb.getDeclaringClass().getSimpleName() + "." + verb.getName())
                .sorted()
                .toList();
    }

    /** Tell a check, which returns its own assertion, from a part; settings such as a timeout cannot fail. */
    private static boolean checks(Method verb) {
        return verb.getReturnType().isAssignableFrom(verb.getDeclaringClass())
                && !verb.getName().equals("within");
    }

    private static String blocks(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
    }
}
