package io.github.postfixture.junit5;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.IntStream;

/** The folder that a build writes to: {@code target} of Maven, {@code build} of Gradle. */
final class BuildFolder {

    private static final Path MAVEN = Path.of("target");
    private static final Path GRADLE = Path.of("build");

    private BuildFolder() {}

    /** Return the folder of the build that compiled a class, also where an IDE runs it from another folder. */
    static Path of(Class<?> type) {
        Path here = Path.of("").toAbsolutePath();
        return classesOf(type).flatMap(classes -> above(classes, here)).orElseGet(() -> in(here));
    }

    /** Return the folder in {@code here}, relative to it, that the classes lie in. */
    static Optional<Path> above(Path classes, Path here) {
        if (!classes.startsWith(here) || classes.equals(here)) {
            return Optional.empty();
        }
        Path way = here.relativize(classes);
        return IntStream.range(0, way.getNameCount())
                .filter(i -> way.getName(i).equals(MAVEN) || way.getName(i).equals(GRADLE))
                .mapToObj(i -> way.subpath(0, i + 1))
                .findFirst();
    }

    /** Return the one that is there; that of Maven if both are, or none. */
    static Path in(Path here) {
        return Files.isDirectory(here.resolve(GRADLE)) && !Files.isDirectory(here.resolve(MAVEN)) ? GRADLE : MAVEN;
    }

    private static Optional<Path> classesOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .flatMap(BuildFolder::path);
    }

    private static Optional<Path> path(URL location) {
        try {
            return Optional.of(Path.of(location.toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
