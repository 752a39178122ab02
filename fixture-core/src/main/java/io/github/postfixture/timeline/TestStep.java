package io.github.postfixture.timeline;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Something that a test itself did: it waited, it failed. Not an event of a server, and told by {@link Timeline#trace()}
 * alone.
 *
 * @param what the test did, such as {@code waits for a mail, at most 5 seconds}
 * @param kind whether all went well
 * @param line the line of the test, such as {@code SignUpTests.java:38}, as far as a thread of the test did it
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TestStep(String what, Kind kind, Optional<String> line) {

    /** The source under which timelines tell steps. */
    public static final String SOURCE = "test";

    /**
     * What a step is to its test.
     *
     * @hidden
     */
    public enum Kind {
        /** It goes on. */
        STEP,
        /** It begins to wait. */
        WAIT,
        /** It waited in vain. */
        IN_VAIN,
        /** It watched for what ought not to come, and saw none of it. */
        QUIET,
        /** It failed. */
        FAILURE
    }

    /** Return a step that the calling thread takes. */
    static TestStep here(String what, Kind kind, Set<String> classes) {
        return new TestStep(what, kind, line(classes));
    }

    private static Optional<String> line(Set<String> classes) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOf(classes, frame.getClassName()))
                        .findFirst()
                        .map(TestStep::line));
    }

    /** Return whether a class is one of these, or lies in one, as that of a lambda does. */
    private static boolean isOf(Set<String> classes, String name) {
        return classes.contains(name) || classes.stream().anyMatch(type -> name.startsWith(type + "$"));
    }

    private static String line(StackFrame frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    /** Return whether it ends a wait in which nothing came, be it wanted or not. */
    public boolean isEndOfWait() {
        return kind == Kind.IN_VAIN || kind == Kind.QUIET;
    }

    /** Return what was done, and where. */
    @Override
    public String toString() {
        return what + line.map(where -> " (" + where + ")").orElse("");
    }
}
