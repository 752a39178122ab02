package io.github.postfixture.mail;

import io.github.postfixture.net.ConnectionFault;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of a mail server, for all its protocols. */
final class MailFaults {

    private final ProtocolFaults<SmtpFault> smtp;
    private final ProtocolFaults<ImapFault> imap;
    private final ProtocolFaults<Pop3Fault> pop3;

    MailFaults(Timeline timeline) {
        AtomicInteger numbers = new AtomicInteger();
        smtp = new ProtocolFaults<>("smtp", timeline, numbers);
        imap = new ProtocolFaults<>("imap", timeline, numbers);
        pop3 = new ProtocolFaults<>("pop3", timeline, numbers);
    }

    ProtocolFaults<SmtpFault> smtp() {
        return smtp;
    }

    ProtocolFaults<ImapFault> imap() {
        return imap;
    }

    ProtocolFaults<Pop3Fault> pop3() {
        return pop3;
    }

    /** Return the faults of a protocol, encrypted from the first byte or not. */
    ProtocolFaults<?> of(MailProtocol protocol) {
        return switch (protocol) {
            case SMTP, SMTPS -> smtp;
            case IMAP, IMAPS -> imap;
            case POP3, POP3S -> pop3;
        };
    }

    List<String> unused() {
        return Stream.of(smtp, imap, pop3)
                .flatMap(faults -> faults.unused().stream())
                .toList();
    }

    void clear() {
        smtp.clear();
        imap.clear();
        pop3.clear();
    }

    static ConnectionFault delay(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration (" + duration + ") must not be negative");
        }
        return new ConnectionFault.Delay(duration);
    }

    static ConnectionFault throttle(int bytesPerSecond) {
        return new ConnectionFault.Throttle((int) positive("bytesPerSecond", bytesPerSecond));
    }

    static ConnectionFault cutAfter(long bytes) {
        return new ConnectionFault.CutAfter(positive("bytes", bytes));
    }

    static String words(ConnectionFault fault) {
        if (fault instanceof ConnectionFault.Delay delay) {
            return "delay of " + InWords.of(delay.duration());
        } else if (fault instanceof ConnectionFault.Throttle throttle) {
            return "throttle to " + throttle.bytesPerSecond() + " bytes a second";
        } else if (fault instanceof ConnectionFault.CutAfter cut) {
            return "disconnect after " + cut.bytes() + " bytes";
        }
        if (fault instanceof ConnectionFault.Act act) {
            return act.description();
        }
        return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Set<String> capitals(String... words) {
        return Arrays.stream(words)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("text (" + text + ") must not hold a line break");
        }
        return text;
    }

    private static long positive(String name, long number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " (" + number + ") must be positive");
        }
        return number;
    }
}
