package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Misbehaviour of SMTP on purpose; see {@link io.github.postfixture.mail.MailServer#at(SmtpStage)}. What a connection does
 * on every protocol is a {@link io.github.postfixture.fault.ConnectionFault}. Immutable.
 */
public sealed interface SmtpFault extends Fault<SmtpFault> {

    /**
     * Give this reply, and do not execute the command. Code 421 ends the connection, as everything does at
     * {@link SmtpStage#CONNECT}.
     *
     * @param code the reply code, such as 550 (RFC 5321 section 4.2)
     * @param enhanced the enhanced status code, such as {@code 5.1.1} (RFC 3463); empty for none
     * @param text the text of the reply, one line
     * @param more further lines of the reply
     * @throws IllegalArgumentException if the code is not between 200 and 599, the enhanced status code is none or is of
     *     another class, or the text has a line break
     */
    static SmtpFault reply(int code, String enhanced, String text, String... more) {
        List<String> lines = Stream.concat(Stream.of(text), Arrays.stream(more)).toList();
        return new Reply(new SmtpReply(code, enhanced, lines));
    }

    /** Say that there is no such user: 550 5.1.1. */
    static SmtpFault userUnknown() {
        return reply(550, "5.1.1", "User unknown");
    }

    /** Say that the mailbox is full for now: 452 4.2.2. */
    static SmtpFault mailboxFull() {
        return reply(452, "4.2.2", "Mailbox full");
    }

    /** Ask for another try later: 451 4.7.1; for {@link FaultPoint#firstTryOfEach(Fault)}. */
    static SmtpFault greylisted() {
        return reply(451, "4.7.1", "Greylisted, try again later");
    }

    /** Say that the client is too fast, and end the connection: 421 4.7.0. */
    static SmtpFault rateLimit() {
        return reply(421, "4.7.0", "Too much mail, try again later");
    }

    /** Say that the client has too many connections, and end this one: 421 4.7.0. */
    static SmtpFault tooManyConnections() {
        return reply(421, "4.7.0", "Too many connections");
    }

    /** Say that what the client logs in with holds no more: 535 5.7.8; for {@link SmtpStage#AUTH}. */
    static SmtpFault expiredToken() {
        return reply(535, "5.7.8", "Token expired");
    }

    /** Do not offer these service extensions to this client, from here on; for {@link SmtpStage#EHLO}. */
    static SmtpFault hide(SmtpExtension... extensions) {
        return new Hide(AnswerText.capitals(
                Arrays.stream(extensions).map(SmtpExtension::keyword).toArray(String[]::new)));
    }

    /**
     * Give this reply, and do not execute the command.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Reply(SmtpReply reply) implements SmtpFault {

        private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

        /** Check that the two codes agree. */
        public Reply {
            String enhanced = reply.enhanced();
            int statusClass = reply.code() / 100;
            boolean agree = enhanced.isEmpty()
                    || (ENHANCED.matcher(enhanced).matches() && statusClass == Character.digit(enhanced.charAt(0), 10));
            if (!agree) {
                throw new IllegalArgumentException("enhanced (" + enhanced + ") must be like " + statusClass
                        + ".1.1, of the class of the code " + reply.code() + " (RFC 2034), or empty");
            }
        }

        @Override
        public String toString() {
            return "reply " + reply;
        }
    }

    /**
     * Do not offer these service extensions to this client, from here on.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Hide(Set<String> keywords) implements SmtpFault {

        @Override
        public Optional<String> objectionAt(String command) {
            return command.equals(SmtpStage.QUIT.name())
                    ? Optional.of("the client leaves; hide at CONNECT or EHLO")
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "hide " + String.join(", ", keywords);
        }
    }
}
