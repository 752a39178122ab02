package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Fault;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Misbehaviour of IMAP on purpose; see {@link io.github.postfixture.mail.MailServer#atImap(String)}. What a connection does on
 * every protocol is a {@link io.github.postfixture.fault.ConnectionFault}. Immutable.
 */
public sealed interface ImapFault extends Fault<ImapFault> {

    /**
     * Refuse the command with {@code NO}; the text may begin with a response code, such as {@code [INUSE]} (RFC 9051).
     *
     * @throws IllegalArgumentException if the text has a line break
     */
    static ImapFault no(String text) {
        return new Answer("NO " + AnswerText.oneLine(text));
    }

    /**
     * Refuse the command with {@code BAD}.
     *
     * @throws IllegalArgumentException if the text has a line break
     */
    static ImapFault bad(String text) {
        return new Answer("BAD " + AnswerText.oneLine(text));
    }

    /**
     * Say {@code BYE} and close the connection.
     *
     * @throws IllegalArgumentException if the text has a line break
     */
    static ImapFault bye(String text) {
        return new Bye(AnswerText.oneLine(text));
    }

    /** Say that the client has too many connections, and end this one: {@code BYE [LIMIT]} (RFC 5530). */
    static ImapFault tooManyConnections() {
        return bye("[LIMIT] Too many connections");
    }

    /** Say that the client asks for too much, and end the connection: {@code BYE [UNAVAILABLE]} (RFC 5530). */
    static ImapFault rateLimit() {
        return bye("[UNAVAILABLE] Too many commands, try again later");
    }

    /** Say that the mailbox is full: {@code NO [OVERQUOTA]} (RFC 5530); for {@code APPEND} and {@code COPY}. */
    static ImapFault mailboxFull() {
        return no("[OVERQUOTA] Mailbox full");
    }

    /** Say that what the client logs in with holds no more: {@code NO [EXPIRED]} (RFC 5530). */
    static ImapFault expiredToken() {
        return no("[EXPIRED] Token expired");
    }

    /**
     * Let the client change nothing from here on: folders open for reading only (RFC 3501 section 7.1, {@code READ-ONLY}),
     * and what would change one is refused; for {@code SELECT}.
     */
    static ImapFault readOnly() {
        return new ReadOnly();
    }

    /**
     * Do not offer these capabilities to this client, from here on, and know no command of that name; for
     * {@code CONNECT}.
     *
     * @param capabilities as they are offered, such as {@code IDLE}, {@code MOVE} or {@code UIDPLUS}
     */
    static ImapFault hide(String... capabilities) {
        return new Hide(AnswerText.capitals(capabilities));
    }

    /**
     * Give this answer, and do not execute the command.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Answer(String text) implements ImapFault {

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Say goodbye, and close the connection.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Bye(String text) implements ImapFault {

        @Override
        public String toString() {
            return "BYE " + text;
        }
    }

    /**
     * Let the client change no folder, from here on.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record ReadOnly() implements ImapFault {

        /** The commands that open a folder or change one, or come before those. */
        private static final Set<String> OF_FOLDERS = Set.of(
                "*",
                "CONNECT",
                "LOGIN",
                "AUTHENTICATE",
                "SELECT",
                "EXAMINE",
                "IDLE",
                "FETCH",
                "STORE",
                "COPY",
                "MOVE",
                "EXPUNGE",
                "CLOSE",
                "APPEND");

        @Override
        public Optional<String> objectionAt(String command) {
            return OF_FOLDERS.contains(command)
                    ? Optional.empty()
                    : Optional.of("no folder is opened or changed by it; script it at SELECT");
        }

        @Override
        public String toString() {
            return "read-only";
        }
    }

    /**
     * Do not offer these capabilities to this client, from here on.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Hide(Set<String> keywords) implements ImapFault {

        @Override
        public Optional<String> objectionAt(String command) {
            return command.equals("LOGOUT") ? Optional.of("the client leaves; hide at CONNECT") : Optional.empty();
        }

        @Override
        public String toString() {
            return "hide " + String.join(", ", keywords);
        }
    }
}
