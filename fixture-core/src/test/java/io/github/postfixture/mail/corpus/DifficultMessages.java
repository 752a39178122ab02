package io.github.postfixture.mail.corpus;

import java.util.List;
import java.util.stream.Stream;

/** The difficult messages, all of them. They are always the same. */
final class DifficultMessages {

    private DifficultMessages() {}

    static List<DifficultMessage> all() {
        return Stream.of(
                        CharsetMessages.all(),
                        LineMessages.all(),
                        HeaderMessages.all(),
                        AddressMessages.all(),
                        PartMessages.all(),
                        TypeMessages.all())
                .flatMap(List::stream)
                .toList();
    }
}
