package io.github.postfixture.mail.imap.message;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@link SectionSpec}. */
final class SectionParser {

    private final Arguments text;

    SectionParser(String text) {
        this.text = new Arguments(text);
    }

    SectionSpec section() throws BadSyntaxException {
        List<Integer> path = path();
        SectionSpec.Content content = content(path);
        List<String> names = content.isListed() ? names() : List.of();
        text.end();
        return new SectionSpec(path, content, names);
    }

    private List<Integer> path() throws BadSyntaxException {
        List<Integer> path = new ArrayList<>();
        while (text.isAtDigit()) {
            path.add(number());
            dot();
        }
        return path;
    }

    private void dot() throws BadSyntaxException {
        if (text.skip('.') ? text.atEnd() : !text.atEnd()) {
            throw new BadSyntaxException("Numbers of parts are followed by a dot and more, or by nothing");
        }
    }

    private int number() throws BadSyntaxException {
        long number = text.number();
        if (number == 0 || number > Integer.MAX_VALUE) {
            throw new BadSyntaxException("There is no part " + number);
        }
        return (int) number;
    }

    private SectionSpec.Content content(List<Integer> path) throws BadSyntaxException {
        String keyword = text.atEnd() ? "" : text.atom();
        return SectionSpec.Content.of(keyword)
                .filter(content -> content != SectionSpec.Content.MIME || !path.isEmpty())
                .orElseThrow(() -> new BadSyntaxException("There is no section " + keyword));
    }

    private List<String> names() throws BadSyntaxException {
        List<String> names = new ArrayList<>();
        text.take(' ');
        text.take('(');
        do {
            names.add(text.string());
        } while (text.skip(' '));
        text.take(')');
        return names;
    }
}
