package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test does not use costs it nothing: no class of it is loaded. */
@Timeout(60)
class UnusedCapabilitiesTests {

    @Test
    void ofCalendarsAndContactsAreNotLoadedByMailAndWeb() throws Exception {
        assertThat(loadedBy(EverydayUse.class))
                .contains("io.github.postfixture.mail.message.ReceivedMail")
                .noneMatch(name -> Stream.of("groupware.", "ical.", "xml.")
                        .anyMatch(room -> name.startsWith("io.github.postfixture." + room)));
    }

    @Test
    void ofOtherProtocolsAreNotLoadedByWhoSends() throws Exception {
        assertThat(loadedBy(SendingUse.class))
                .contains("io.github.postfixture.mail.smtp.SmtpSession")
                .noneMatch(name -> Stream.of(
                                "mail.imap.ImapVerbs", "mail.pop3.Pop3Commands", "web.jetty.", "page.", "groupware.")
                        .anyMatch(room -> name.startsWith("io.github.postfixture." + room)));
    }

    private static List<String> loadedBy(Class<?> program) throws Exception {
        return OwnJvm.said(program, "-Xlog:class+load:stdout:none")
                .lines()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .toList();
    }
}
