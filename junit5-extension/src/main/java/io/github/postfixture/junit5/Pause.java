package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.junit5.report.Recorder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the servers of a failed test up for a person, until that person presses Enter. */
final class Pause {

    private static final String PROPERTY = "postfixture.pause";
    private static final Object ONE_AT_A_TIME = new Object();

    private Pause() {}

    /**
     * Pause if this is wanted.
     *
     * @param report begins to write the report anew whenever something happens meanwhile
     */
    static void after(ExtensionContext test, List<Fixture> servers, Supplier<Recorder> report) {
        if (test.getConfigurationParameter(PROPERTY).filter("true"::equals).isPresent()) {
            synchronized (ONE_AT_A_TIME) {
                Recorder recorder = report.get();
                try {
                    pause(test.getDisplayName(), servers);
                } finally {
                    recorder.close();
                }
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void pause(String test, List<Fixture> servers) {
        PrintStream out = System.err;
        try (InputStream terminal = terminal().orElse(null)) {
            hold(test, servers, terminal == null ? System.in : terminal, out);
        } catch (IOException e) {
            out.println("Cannot wait for Enter: " + e.getMessage());
        }
    }

    /** Say where the servers are, and wait for the end of a line, or of the input. */
    static void hold(String test, List<Fixture> servers, InputStream keyboard, PrintStream out) throws IOException {
        out.println(test + " failed. Its servers are still up:");
        servers.forEach(server -> server.endpoints().forEach(endpoint -> out.println("  " + endpoint)));
        out.println("Press Enter to go on.");
        out.flush();
        int read = keyboard.read();
        while (read >= 0 && read != '\n') {
            read = keyboard.read();
        }
    }

    /** Open the terminal itself: a build that forks talks to its fork by the standard input. */
    private static Optional<InputStream> terminal() {
        try {
            return Optional.of(new FileInputStream("/dev/tty"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
