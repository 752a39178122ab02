package io.github.postfixture.web;

import java.time.Duration;

/** Says durations as people do. */
final class Words {

    private Words() {}

    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0 || millis == 0) {
            return millis + " ms";
        }
        return millis == 1000 ? "1 second" : millis / 1000 + " seconds";
    }
}
