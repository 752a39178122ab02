package io.github.postfixture.mail.clients;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mail program with a home of its own, which gives up after a minute. */
record MailProgram(Path home) {

    private static final List<String> VARIABLES = List.of("HOME", "FETCHMAILHOME");

    /** Send a message to Alice, and return when the server has accepted it. */
    static void send(MailServer server, String message) {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(server.smtp())) {
            client.deliver(message.replace("\n", "\r\n"), "shop@example.org", "alice@example.org");
            client.say("QUIT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write a file that only its owner may read; {@code %h}, {@code %p} and {@code %d} are host, port and home. */
    Path write(String name, String text, Endpoint endpoint) throws IOException {
        Path file = Files.writeString(
                home.resolve(name),
                text.replace("%h", endpoint.host())
                        .replace("%p", String.valueOf(endpoint.port()))
                        .replace("%d", home.toString()));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Run a program in a shell script to its end, and return what it printed; fail if its exit code is not 0. */
    String runInShell(String program, String script) {
        RealClient.pathOf(program);
        return run("sh", "-c", script);
    }

    /** Run a program in a terminal of its own to its end; fail if its exit code is not 0. */
    void runInTerminal(String program, String arguments) {
        RealClient.pathOf(program);
        run(
                "script",
                "-qec",
                program + " " + arguments,
                home.resolve("typescript").toString());
    }

    /** Run a program to its end and return what it printed; fail if its exit code is not 0. */
    String run(String... command) {
        RealClient.pathOf(command[0]);
        List<String> line = new ArrayList<>(List.of("timeout", "60", "env"));
        VARIABLES.forEach(variable -> line.add(variable + "=" + home));
        line.addAll(List.of("MAILRC=" + home.resolve("mailrc"), "TERM=xterm"));
        line.addAll(Arrays.asList(command));
        return RealClient.named(line.toArray(String[]::new)).run();
    }
}
