package io.github.postfixture.junit5;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.postfixture.mail.MailServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs two tests whose reports {@link FullDiskTests} leaves no room for, and prints what became of them. */
final class RunOnFullDisk {

    private RunOnFullDisk() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Map<String, String> configuration = Map.of("postfixture.directory", arguments[0], "postfixture.record", "all");
        Suite.failures(Suite.run(configuration, TwoTestCase.class)).forEach(failure -> {
            System.out.println(failure.getMessage());
            for (Throwable suppressed : failure.getSuppressed()) {
                Objects.requireNonNull(suppressed.getMessage()).lines().skip(1).forEach(System.out::println);
            }
        });
    }

    @WithMailServer
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class TwoTestCase {

        @Test
        void first(MailServer mail) {
            Mails.send(mail, "alice@example.org", "x".repeat(20_000));
            fail("on purpose");
        }

        @Test
        void second(MailServer mail) {
            Mails.send(mail, "alice@example.org", "x".repeat(20_000));
        }
    }
}
