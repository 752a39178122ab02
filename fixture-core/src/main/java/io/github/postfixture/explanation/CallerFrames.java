package io.github.postfixture.explanation;

import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Lets the stack trace of a failure begin at the line of the test that called the library. */
@API(status = API.Status.INTERNAL)
public final class CallerFrames {

    private static final String OURS = "io.github.postfixture.";
    private static final List<String> BETWEEN = List.of(
            "java.", "javax.", "jdk.", "sun.", "org.assertj.", "org.awaitility.", "org.hamcrest.", "net.bytebuddy.");

    private final List<CodeSource> ours;

    private CallerFrames(List<CodeSource> ours) {
        this.ours = ours;
    }

    /** Return the error without the frames of the library, and those of what it calls, above the first other one. */
    public static <T extends Throwable> T of(T error, Class<?>... modules) {
        List<CodeSource> ours = Stream.concat(Stream.of(CallerFrames.class), Arrays.stream(modules))
                .flatMap(type -> sourceOf(type).stream())
                .toList();
        StackTraceElement[] frames = error.getStackTrace();
        error.setStackTrace(Arrays.copyOfRange(frames, new CallerFrames(ours).firstOfCaller(frames), frames.length));
        return error;
    }

    private int firstOfCaller(StackTraceElement[] frames) {
        boolean called = false;
        for (int i = 0; i < frames.length; i++) {
            if (isOurs(frames[i].getClassName())) {
                called = true;
            } else if (BETWEEN.stream().noneMatch(frames[i].getClassName()::startsWith)) {
                return called ? i : 0;
            }
        }
        return 0;
    }

    /** Return whether a class is one of the library, and not one of its tests. */
    private boolean isOurs(String name) {
        return name.startsWith(OURS)
                && load(name)
                        .flatMap(CallerFrames::sourceOf)
                        .filter(ours::contains)
                        .isPresent();
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(
                    name,
                    false,
                    Objects.requireNonNullElse(
                            Thread.currentThread().getContextClassLoader(), CallerFrames.class.getClassLoader())));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<CodeSource> sourceOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource());
    }
}
