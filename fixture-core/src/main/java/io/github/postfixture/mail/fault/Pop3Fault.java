package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Fault;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Misbehaviour of POP3 on purpose; see {@link io.github.postfixture.mail.MailServer#atPop3(String)}. What a connection does on
 * every protocol is a {@link io.github.postfixture.fault.ConnectionFault}. Immutable.
 */
public sealed interface Pop3Fault extends Fault<Pop3Fault> {

    /**
     * Refuse the command; the text may begin with a response code, such as {@code [IN-USE]} (RFC 2449 section 8).
     *
     * @throws IllegalArgumentException if the text has a line break
     */
    static Pop3Fault refuse(String text) {
        return new Answer(AnswerText.oneLine(text));
    }

    /** Say that somebody else reads the mailbox: {@code -ERR [IN-USE]} (RFC 2449 section 8.1.2); for {@code PASS}. */
    static Pop3Fault inUse() {
        return refuse("[IN-USE] Somebody else reads the mailbox");
    }

    /** Say that the client logs in too often: {@code -ERR [LOGIN-DELAY]} (RFC 2449 section 8.1.1); for {@code PASS}. */
    static Pop3Fault rateLimit() {
        return refuse("[LOGIN-DELAY] Too many logins, try again later");
    }

    /** Say that the client has too many connections: {@code -ERR [SYS/TEMP]} (RFC 3206); for {@code CONNECT}. */
    static Pop3Fault tooManyConnections() {
        return refuse("[SYS/TEMP] Too many connections");
    }

    /** Say that what the client logs in with holds no more: {@code -ERR [AUTH]} (RFC 3206). */
    static Pop3Fault expiredToken() {
        return refuse("[AUTH] Token expired");
    }

    /**
     * Do not offer these capabilities to this client, from here on, and know no command of that name; for
     * {@code CONNECT}.
     *
     * @param capabilities as {@code CAPA} lists them, such as {@code UIDL}, {@code TOP} or {@code STLS}
     */
    static Pop3Fault hide(String... capabilities) {
        return new Hide(AnswerText.capitals(capabilities));
    }

    /**
     * Answer {@code -ERR}, and do not execute the command.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Answer(String text) implements Pop3Fault {

        @Override
        public String toString() {
            return "-ERR " + text;
        }
    }

    /**
     * Do not offer these capabilities to this client, from here on.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Hide(Set<String> keywords) implements Pop3Fault {

        @Override
        public Optional<String> objectionAt(String command) {
            return command.equals("QUIT") ? Optional.of("the client leaves; hide at CONNECT") : Optional.empty();
        }

        @Override
        public String toString() {
            return "hide " + String.join(", ", keywords);
        }
    }
}
