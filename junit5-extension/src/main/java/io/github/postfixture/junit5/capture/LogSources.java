package io.github.postfixture.junit5.capture;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The logs of this JVM: those of them that are on the class path. */
final class LogSources {

    private LogSources() {}

    /** Add the source of every log that there is; of one that cannot be heard, that is said in the log of this library. */
    static void add(Collection<ProblemSource> sources, Consumer<Problem> listener) {
        sources.add(new JavaLogging(listener));
        List.of(Logback.CONTEXT, Log4j.CONTEXT).stream()
                .filter(LogSources::isThere)
                .flatMap(context -> source(context, listener).stream())
                .forEach(sources::add);
    }

    private static Optional<ProblemSource> source(String context, Consumer<Problem> listener) {
        try {
            return Optional.of(context.equals(Logback.CONTEXT) ? new Logback(listener) : new Log4j(listener));
        } catch (ReflectiveOperationException | LinkageError e) {
            System.getLogger("io.github.postfixture").log(Level.DEBUG, "Cannot hear what is logged by " + context, e);
            return Optional.empty();
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, LogSources.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Return whether a logger is one of this library, whose warnings are about the servers and told by them. */
    static boolean isOurs(String logger) {
        return logger.equals("io.github.postfixture");
    }
}
