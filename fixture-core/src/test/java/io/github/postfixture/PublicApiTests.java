package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is promised to users stands in a file, so that whoever reviews a change sees what it does to them. */
class PublicApiTests {

    private static final Path LISTING = Path.of("public-api.txt");
    private static final Path FOUND = Path.of("target/public-api.txt");

    @Test
    void standsInItsListing() throws IOException {
        List<String> found = types().flatMap(type -> Stream.concat(heading(type), members(type)))
                .toList();
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, found);

        assertThat(found)
                .as("the public API; if the change is meant: cp fixture-core/%s fixture-core/%s", FOUND, LISTING)
                .isEqualTo(Files.readAllLines(LISTING));
    }

    /** A superclass may be for us alone: what it offers stands among the methods of the class. */
    @Test
    void showsNoTypeThatIsForUsAlone() {
        assertThat(types().flatMap(type -> signatures(type)
                        .filter(shown -> shown.getName().startsWith("io.github.postfixture.") && !isPromised(shown))
                        .map(shown -> type.getName() + " shows " + shown.getName())))
                .isEmpty();
    }

    private static Stream<Class<?>> signatures(Class<?> type) {
        Stream<Class<?>> fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicApiTests::isShown)
                .map(Field::getType);
        Stream<Class<?>> parameters = Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors())
                .flatMap(Arrays::stream)
                .map(Executable.class::cast)
                .filter(PublicApiTests::isShown)
                .flatMap(member -> Arrays.stream(member.getParameterTypes()));
        Stream<Class<?>> results = Arrays.stream(type.getDeclaredMethods())
                .filter(PublicApiTests::isShown)
                .map(Method::getReturnType);
        return Stream.of(fields, parameters, results).flatMap(found -> found);
    }

    private static Stream<Class<?>> types() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.postfixture").stream()
                        .map(JavaClass::reflect)
                        .<Class<?>>map(type -> type)
                        .filter(PublicApiTests::isPromised)
                        .sorted(Comparator.comparing(Class::getName));
    }

    private static boolean isPromised(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers())
                && (enclosing == null
                        ? !isInternal(type, type.getPackage())
                        : !isInternal(type) && isPromised(enclosing));
    }

    /** Return whether the first of these that says anything says that it is for us alone. */
    private static boolean isInternal(@Nullable AnnotatedElement... elements) {
        return Arrays.stream(elements)
                .flatMap(element ->
                        element == null ? Stream.empty() : Stream.ofNullable(element.getAnnotation(API.class)))
                .findFirst()
                .filter(promise -> promise.status() == API.Status.INTERNAL)
                .isPresent();
    }

    /** Not every JDK says of a type that it is sealed. */
    private static Stream<String> heading(Class<?> type) {
        Type parent = type.getGenericSuperclass();
        boolean extended = parent != null && parent != Object.class && !type.isEnum() && !type.isRecord();
        String declared = type.toGenericString().replaceFirst("(non-)?sealed ", "");
        return Stream.of(declared + (extended ? " extends " + parent.getTypeName() : ""));
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicApiTests::isShown)
                .map(Field::toGenericString);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(PublicApiTests::isShown)
                .map(Constructor::toGenericString);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(PublicApiTests::isShown)
                .map(Method::toGenericString);
        String owner = type.getName() + ".";
        return Stream.of(fields, constructors, methods)
                .flatMap(Stream::sorted)
                .map(member -> "    " + member.replace(owner, ""));
    }

    private static <M extends Member & AnnotatedElement> boolean isShown(M member) {
        boolean visible = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
        return visible && !member.isSynthetic() && !isInternal(member);
    }
}
