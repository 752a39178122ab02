package io.github.postfixture.mail;

import io.github.postfixture.mail.smtp.Disruption;
import io.github.postfixture.mail.smtp.SmtpReply;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;

/** Misbehaviour of the server on purpose; see {@link MailServer#failNext(SmtpStage, SmtpFault)}. Immutable. */
public final class SmtpFault {

    private final Disruption disruption;
    private final String description;

    private SmtpFault(Disruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /**
     * Refuse the command.
     *
     * @param code the reply code, such as 550 (RFC 5321 section 4.2)
     * @param enhanced the enhanced status code, such as {@code 5.1.1} (RFC 3463); empty for none
     * @param text the text of the reply, one line
     * @throws IllegalArgumentException if the code is not between 200 and 599, or the text has a line break
     */
    public static SmtpFault reply(int code, String enhanced, String text) {
        SmtpReply reply = SmtpReply.of(code, enhanced, text);
        return new SmtpFault(new Disruption.Answer(reply), "reply " + reply);
    }

    /** Wait before the command is executed as if nothing had been. */
    public static SmtpFault delay(Duration duration) {
        return new SmtpFault(new Disruption.Delay(duration), "delay of " + InWords.of(duration));
    }

    /** Close the connection instead of answering. */
    public static SmtpFault disconnect() {
        return new SmtpFault(new Disruption.Disconnect(), "disconnect");
    }

    Disruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }
}
