package io.github.postfixture.mail.fault;

import io.github.postfixture.net.ConnectionFault;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the faults of all protocols are made of, checked where a user writes it. */
final class FaultParts {

    private FaultParts() {}

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

    /** Return what a fault of the connection does, in words. */
    static String words(ConnectionFault fault) {
        if (fault instanceof ConnectionFault.Delay delay) {
            return "delay of " + InWords.of(delay.duration());
        }
        if (fault instanceof ConnectionFault.Throttle throttle) {
            return "throttle to " + throttle.bytesPerSecond() + " bytes a second";
        }
        if (fault instanceof ConnectionFault.CutAfter cut) {
            return "disconnect after " + cut.bytes() + " bytes";
        }
        if (fault instanceof ConnectionFault.Act act) {
            return act.description();
        }
        return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Return keywords as protocols write them, in order. */
    static Set<String> capitals(String... words) {
        return Arrays.stream(words)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Return a text that an answer is to hold, if it can. */
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
