package io.github.postfixture.examples.parallel;

import java.util.List;
import java.util.stream.IntStream;

/** Customers whose addresses no other test has. */
final class Customers {

    private Customers() {}

    static List<String> of(String company, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "customer" + number + "@" + company + ".example")
                .toList();
    }
}
