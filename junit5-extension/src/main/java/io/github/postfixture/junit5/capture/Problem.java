package io.github.postfixture.junit5.capture;

import io.github.postfixture.explanation.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong.
 *
 * @param thread where
 * @param words what, in one line, without secrets
 */
record Problem(Thread thread, String words) {

    private static final int LONGEST = 400;
    private static final int MOST_CAUSES = 5;
    private static final List<String> LIBRARIES = List.of(
            "java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.", "org.eclipse.angus.", "org.springframework.");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b([\\w.-]{0,40}(?:password|passwd|pwd|secret|token|api[-_]?key))(\\s{0,3}[=:]\\s{0,3}\"?)[^\\s,;\"&)}]{1,500}");
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s{1,3}[\\w+/=.~-]{6,2000}");

    /** Describe an exception that ended a thread. */
    static Problem uncaught(Thread thread, Throwable thrown) {
        return new Problem(thread, line("thread \"" + thread.getName() + "\" ended by " + described(thrown)));
    }

    /** Describe what was logged in the current thread. */
    static Problem logged(String level, String logger, String message, @Nullable Throwable thrown) {
        String reason = thrown == null ? "" : ": " + described(thrown);
        Thread thread = Thread.currentThread();
        return new Problem(
                thread,
                line(logger + " logged at " + level + " in thread \"" + thread.getName() + "\": " + message + reason));
    }

    private static String line(String text) {
        String shown = Printable.line(masked(text));
        int more = shown.length() - 2 * LONGEST;
        return more <= 0 ? shown : shown.substring(0, 2 * LONGEST) + "... (" + more + " more characters)";
    }

    static String masked(String text) {
        String shortened = text.length() > 10 * LONGEST ? text.substring(0, 10 * LONGEST) : text;
        return AUTHORIZATION
                .matcher(SECRET.matcher(shortened).replaceAll("$1$2***"))
                .replaceAll("$1 ***");
    }

    private static String described(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = thrown;
                each != null && seen.add(each) && causes.size() < MOST_CAUSES;
                each = each.getCause()) {
            String words = named(each);
            String message = words.substring(words.indexOf(':') + 1);
            if (causes.stream().noneMatch(before -> before.contains(message))) {
                causes.add(words);
            }
        }
        return String.join(", caused by ", causes) + place(thrown.getStackTrace());
    }

    /** Return type and message; what libraries add of nested exceptions in further lines is told as causes. */
    private static String named(Throwable thrown) {
        String message = thrown.getLocalizedMessage();
        String first = message == null ? "" : message.strip().split("\\R", 2)[0];
        return thrown.getClass().getName() + (first.isEmpty() ? "" : ": " + first);
    }

    /** Return where in the application it was, as far as that can be told, as the end of a sentence. */
    static String place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> LIBRARIES.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> ", at " + withoutModule(frame))
                .orElse("");
    }

    private static String withoutModule(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "("
                + Objects.requireNonNullElse(frame.getFileName(), "unknown source") + ":" + frame.getLineNumber() + ")";
    }
}
