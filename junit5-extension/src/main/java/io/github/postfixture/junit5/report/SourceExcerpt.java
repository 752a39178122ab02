package io.github.postfixture.junit5.report;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a test around the one that failed.
 *
 * @param file the name of the file
 * @param line the number of the line that failed; the first is number 1
 * @param lines the lines around it, by their numbers; none if there is no source
 */
public record SourceExcerpt(String file, int line, List<Line> lines) {

    private static final int LINES_BEFORE = 4;
    private static final int LINES_AFTER = 2;

    /** One line of a source, without the indentation that all have in common. */
    public record Line(int number, String text) {}

    /**
     * Find the line of a test class at which something was thrown, and its source where a build has it.
     *
     * @param project the folder that has the sources in {@code src/test}
     */
    public static Optional<SourceExcerpt> of(Throwable failure, Class<?> test, Path project) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> isOf(test, frame.getClassName()) && frame.getFileName() != null)
                .findFirst()
                .map(frame -> new SourceExcerpt(
                        String.valueOf(frame.getFileName()),
                        frame.getLineNumber(),
                        around(frame.getLineNumber(), source(frame, project))));
    }

    private static boolean isOf(Class<?> test, String name) {
        return Stream.<Class<?>>iterate(test, type -> type != null, Class::getSuperclass)
                .map(Class::getName)
                .anyMatch(type -> name.equals(type) || name.startsWith(type + "$"));
    }

    private static List<String> source(StackTraceElement frame, Path project) {
        String type = frame.getClassName();
        String folder = type.substring(0, Math.max(0, type.lastIndexOf('.'))).replace('.', '/');
        return Stream.of("java", "kotlin", "groovy")
                .map(language -> project.resolve("src/test/" + language)
                        .resolve(folder)
                        .resolve(String.valueOf(frame.getFileName())))
                .filter(Files::isReadable)
                .findFirst()
                .map(SourceExcerpt::read)
                .orElse(List.of());
    }

    private static List<String> read(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (MalformedInputException e) {
            return List.of(); // in another charset, which is nowhere to be known from
        } catch (IOException e) {
            return List.of(); // the report does without
        }
    }

    private static List<Line> around(int line, List<String> source) {
        int first = Math.max(1, line - LINES_BEFORE);
        int last = Math.min(source.size(), line + LINES_AFTER);
        int indentation = IntStream.rangeClosed(first, last)
                .mapToObj(number -> source.get(number - 1))
                .filter(text -> !text.isBlank())
                .mapToInt(text -> text.length() - text.stripLeading().length())
                .min()
                .orElse(0);
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Line(number, without(indentation, source.get(number - 1))))
                .toList();
    }

    private static String without(int indentation, String line) {
        return line.substring(Math.min(indentation, line.length()));
    }

    /** Return the name of the file and the number of the line. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
