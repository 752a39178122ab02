package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.tls.TlsFault;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault that could never strike is refused where it is scripted. */
class FaultPlaceTests {

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FETSCH    | the nearest is \"FETCH\"",
                "SERACH    | the nearest is \"SEARCH\"",
                "UID FETCH | \"FETCH\" is for UID FETCH too",
                "uid store | \"STORE\" is for UID STORE too",
                "UID STROE | the nearest is \"STORE\"",
                "''        | the nearest is \"ID\"",
            })
    void isNoUnknownCommandOfImap(String command, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atImap(command))
                .withMessage("command (" + command + ") must be one of IMAP, \"CONNECT\" or \"*\","
                        + " or the fault would never strike; " + advice);
    }

    @Test
    void isNoUnknownCommandOfPop3() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atPop3("RETRY"))
                .withMessage("command (RETRY) must be one of POP3, \"CONNECT\" or \"*\","
                        + " or the fault would never strike; the nearest is \"RETR\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FETCH", "fetch", "IDLE", "UNSELECT", "THREAD", "CONNECT", "*"})
    void isEveryCommandOfImap(String command) {
        assertThatCode(() -> mail.atImap(command).next(ImapFault.no("Later"))).doesNotThrowAnyException();
    }

    @Test
    void isWhereTheFaultHasAnEffect() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.at(SmtpStage.QUIT).next(SmtpFault.hide(SmtpExtension.SIZE)))
                .withMessage("fault (hide SIZE) has no effect at QUIT: the client leaves; hide at CONNECT or EHLO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atImap("LOGOUT").always(ImapFault.hide("IDLE")))
                .withMessage("fault (hide IDLE) has no effect at LOGOUT: the client leaves; hide at CONNECT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atImap("NOOP").firstTryOfEach(ImapFault.readOnly()))
                .withMessage("fault (read-only) has no effect at NOOP:"
                        + " no folder is opened or changed by it; script it at SELECT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atPop3("QUIT").matching("x").times(2, Pop3Fault.hide("TOP")))
                .withMessage("fault (hide TOP) has no effect at QUIT: the client leaves; hide at CONNECT");
        assertThat(mail.problems()).isEmpty();
    }

    @Test
    void isWhereItsConditionCanHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.at(SmtpStage.CONNECT).ofUser("alice@example.org"))
                .withMessage("ofUser(alice@example.org) holds at no CONNECT, so the fault would never strike:"
                        + " nobody is logged in yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atImap("CONNECT").matching("INBOX"))
                .withMessage("matching(INBOX) holds at no CONNECT, so the fault would never strike:"
                        + " the client has said nothing yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail.atImap("APPEND").largerThan(100))
                .withMessage("largerThan(100) holds at no APPEND, so the fault would never strike:"
                        + " only MAIL and END_OF_DATA of SMTP have a size");
    }

    @Test
    void isAProtocolThatTheServerSpeaks() {
        try (MailServer smtpOnly =
                MailServer.builder().protocols(MailProtocol.SMTPS).start()) {
            smtpOnly.at(SmtpStage.RCPT).next(SmtpFault.userUnknown());
            for (Map.Entry<String, ThrowingCallable> place : Map.<String, ThrowingCallable>of(
                            "IMAP", () -> smtpOnly.atImap("FETCH"),
                            "POP3", () -> smtpOnly.atPop3("RETR"),
                            "SMTP", () -> smtpOnly.atHandshake(MailProtocol.SMTP))
                    .entrySet()) {
                assertThatIllegalStateException()
                        .isThrownBy(place.getValue())
                        .withMessage("This mail server does not speak " + place.getKey()
                                + ", so the fault would never strike; name it in MailServer.builder().protocols(..)");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "IMAP", "POP3"})
    void isAHandshakeThatTheServerOffers(MailProtocol protocol) {
        try (MailServer plain = MailServer.builder().startTls(false).start()) {
            plain.atHandshake(MailProtocol.SMTPS).next(TlsFault.expired());
            assertThatIllegalStateException()
                    .isThrownBy(() -> plain.atHandshake(protocol))
                    .withMessage("This mail server encrypts no connection of " + protocol
                            + ", so the fault would never strike; offer STARTTLS in MailServer.builder().startTls(..)");
        }
    }

    @ParameterizedTest
    @CsvSource({"550, 4.1.1, 5", "450, 5.1.1, 4", "250, 5.0.0, 2", "354, 2.0.0, 3", "550, 5.1, 5", "550, five, 5"})
    void hasAStatusOfTheClassOfItsCode(int code, String enhanced, int wanted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpFault.reply(code, enhanced, "No"))
                .withMessage("enhanced (" + enhanced + ") must be like " + wanted + ".1.1, of the class of the code "
                        + code + " (RFC 2034), or empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN alice@example.org any", "AUTHENTICATE PLAIN AGEAYg==", "AUTHENTICATE LOGIN"})
    void namedLoginIsForEveryWayToLogInByImap(String command) throws IOException {
        mail.atImap("LOGIN").next(ImapFault.no("[UNAVAILABLE] Later"));

        try (RawImap client = new RawImap(mail.imap())) {
            assertThat(client.say("a " + command)).isEqualTo("a NO [UNAVAILABLE] Later");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS any", "APOP alice@example.org 00", "AUTH PLAIN AGEAYg==", "AUTH LOGIN"})
    void namedPassIsForEveryWayToLogInByPop3(String command) throws IOException {
        mail.atPop3("PASS").next(Pop3Fault.inUse());

        try (RawImap client = new RawImap(mail.pop3())) {
            assertThat(client.say("USER alice@example.org ")).startsWith("+OK");
            assertThat(client.say(command + " ")).isEqualTo("-ERR [IN-USE] Somebody else reads the mailbox");
        }
    }

    @Test
    void namedByAnotherLoginIsForThatOneOnly() throws IOException {
        mail.atImap("AUTHENTICATE").next(ImapFault.expiredToken());
        mail.atPop3("PASS").next(Pop3Fault.inUse());

        try (RawImap imap = new RawImap(mail.imap());
                RawImap pop3 = new RawImap(mail.pop3())) {
            assertThat(imap.say("a LOGIN alice@example.org any")).isEqualTo("a OK Logged in");
            pop3.send("AUTH");
            assertThat(pop3.line()).isEqualTo("+OK Mechanisms");
        }
    }
}
