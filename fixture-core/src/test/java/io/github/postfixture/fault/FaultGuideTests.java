package io.github.postfixture.fault;

import static io.github.postfixture.mail.protocol.MailProtocol.IMAPS;
import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.tls.TlsFault;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.request.RequestCriteria;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/faults.md} shows is what runs here, and it shows every fault and every verb. */
class FaultGuideTests {

    private static final Path SOURCE = Path.of("src/test/java/io/github/postfixture/fault/FaultGuideTests.java");
    private static final Pattern FIRST_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final String guide;

    @AutoClose
    private final MailServer mail = MailServer.start();

    @AutoClose
    private final WebServer web = WebServer.start();

    FaultGuideTests() throws IOException {
        guide = Files.readString(Path.of("../docs/faults.md"));
    }

    @Test
    void scriptsEveryKind() {
        Mailbox mailbox = mail.mailbox("alice@example.org");
        DeliveredMail question = mailbox.deliver(
                InboundMail.from("bob@example.org").to("alice@example.org").text("Why?"));

        mail.failNext(RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));
        mail.at(RCPT).matching("bob@example.org").times(2, SmtpFault.reply(450, "4.2.1", "Busy"));
        mail.at(RCPT).firstTryOfEach(SmtpFault.greylisted());
        mail.at(CONNECT).beyondConnections(2).always(SmtpFault.tooManyConnections());
        mail.atImap("FETCH").next(ConnectionFault.disconnectAfter(100));
        mail.atImap("FETCH").next(ConnectionFault.run("expunge", () -> mailbox.expunge(question)));
        mail.atPop3("RETR").ofUser("alice@example.org").always(Pop3Fault.refuse("[SYS/TEMP] Try again"));
        web.failNext("/pay", ConnectionFault.reset());
        web.at("/pay").times(2, HttpFault.status(503));
        web.at("POST", "/pay").matching(RequestCriteria.header("X-Slow", "1")).always(ConnectionFault.throttle(100));
        mail.atHandshake(IMAPS).next(TlsFault.expired());
        web.atHandshake().next(ConnectionFault.garbage("no TLS"));

        assertThat(mail.problems().stream().filter(problem -> problem.startsWith("fault")))
                .containsExactlyInAnyOrder(
                        "fault #1 (reply 550 5.1.1 User unknown) at RCPT, next, never struck",
                        "fault #2 (reply 450 4.2.1 Busy) at RCPT matching bob@example.org, times(2), never struck",
                        "fault #3 (reply 451 4.7.1 Greylisted, try again later) at RCPT, firstTryOfEach, never struck",
                        "fault #4 (reply 421 4.7.0 Too many connections) at CONNECT beyond 2 connections, always,"
                                + " never struck",
                        "fault #5 (disconnect after 100 bytes) at FETCH, next, never struck",
                        "fault #6 (expunge) at FETCH, next, never struck",
                        "fault #7 (-ERR [SYS/TEMP] Try again) at RETR of alice@example.org, always, never struck",
                        "fault #8 (expired certificate) at TLS handshake of imaps, next, never struck");
        assertThat(web.problems())
                .containsExactly(
                        "fault #1 (reset) at /pay, next, never struck",
                        "fault #2 (status 503) at /pay, times(2), never struck",
                        "fault #3 (throttle to 100 bytes a second) at POST /pay with header X-Slow=1, always,"
                                + " never struck",
                        "fault #4 (garbage) at TLS handshake of https, next, never struck");
    }

    @Test
    void isWhatTheGuideShows() throws IOException {
        String shown =
                FIRST_BLOCK.matcher(guide).results().findFirst().orElseThrow().group(1);

        assertThat(withoutSpace(Files.readString(SOURCE))).contains(withoutSpace(shown));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ConnectionFault.class,
                SmtpFault.class,
                ImapFault.class,
                Pop3Fault.class,
                HttpFault.class,
                TlsFault.class
            })
    void everyFaultHasARow(Class<?> faults) {
        assertThat(promised(faults).filter(method -> Modifier.isStatic(method.getModifiers())))
                .isNotEmpty()
                .allSatisfy(
                        method -> assertThat(guide).containsPattern("(?m)^\\| `[^|]*\\b" + method.getName() + "\\("));
    }

    @Test
    void everyVerbHasARow() {
        assertThat(promised(FaultPoint.class))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(guide).contains("\n| `" + method.getName() + "("));
    }

    private static Stream<Method> promised(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Objects.isNull(method.getAnnotation(API.class)));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
