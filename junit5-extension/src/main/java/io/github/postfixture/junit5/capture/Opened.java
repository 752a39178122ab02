package io.github.postfixture.junit5.capture;

import io.github.postfixture.timeline.OutgoingConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A connection that begins in the current thread.
 *
 * @param thread where
 */
record Opened(Thread thread, OutgoingConnection connection) {

    private static final Set<Integer> PORTS_OF_MAIL = Set.of(25, 465, 587, 2525, 1025);
    private static final List<String> LIBRARIES_FOR_MAIL = List.of(
            "org.eclipse.angus.mail.smtp.",
            "com.sun.mail.smtp.",
            "org.apache.commons.net.smtp.",
            "jakarta.mail.Transport",
            "javax.mail.Transport");

    static Opened now(URI destination) {
        Thread thread = Thread.currentThread();
        StackTraceElement[] stack = callers(thread.getStackTrace());
        return new Opened(
                thread,
                new OutgoingConnection(
                        inWords(destination),
                        thread.getName(),
                        Problem.place(stack),
                        PORTS_OF_MAIL.contains(destination.getPort()) || isForMail(stack)));
    }

    /** Return the frames below those of whoever hears of the connection. */
    private static StackTraceElement[] callers(StackTraceElement[] stack) {
        String listener = OpenedConnections.class.getName();
        return Arrays.stream(stack)
                .dropWhile(frame -> !frame.getClassName().equals(listener))
                .dropWhile(frame -> frame.getClassName().equals(listener))
                .toArray(StackTraceElement[]::new);
    }

    private static String inWords(URI destination) {
        String authority = destination.getHost() + (destination.getPort() < 0 ? "" : ":" + destination.getPort());
        return "socket".equals(destination.getScheme()) ? authority : destination.getScheme() + "://" + authority;
    }

    private static boolean isForMail(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> LIBRARIES_FOR_MAIL.stream().anyMatch(frame.getClassName()::startsWith));
    }
}
