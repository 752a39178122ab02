package io.github.postfixture.groupware.dav;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client makes its request depend on, and which locks it knows of (RFC 4918 section 10.4).
 *
 * @param lists the lists, of which one must hold
 */
record IfHeader(List<StateList> lists) {

    /**
     * A list of conditions, all of which must hold.
     *
     * @param tag the URI of the resource that it is about; nothing for that of the request
     */
    record StateList(Optional<String> tag, List<StateCondition> conditions) {}

    /**
     * A condition.
     *
     * @param isNot whether it must not hold
     * @param isTag whether the text is an entity tag, and not the token of a lock
     */
    record StateCondition(boolean isNot, boolean isTag, String text) {}

    static IfHeader parse(String text) throws DavRefusal {
        return new IfHeader(new Scanner(text).lists());
    }

    /** Return the tokens that the client shows by that. */
    Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        lists.forEach(list -> list.conditions().stream()
                .filter(condition -> !condition.isTag())
                .forEach(condition -> tokens.add(condition.text())));
        return tokens;
    }

    /** Reads the header field from its beginning to its end. */
    private static final class Scanner {

        private final String text;
        private int next;

        Scanner(String text) {
            this.text = text;
        }

        List<StateList> lists() throws DavRefusal {
            List<StateList> lists = new ArrayList<>();
            Optional<String> tag = Optional.empty();
            while (!isAtEnd()) {
                if (text.charAt(next) == '<') {
                    tag = Optional.of(until('>'));
                } else {
                    lists.add(new StateList(tag, conditions()));
                }
            }
            if (lists.isEmpty()) {
                throw malformed();
            }
            return lists;
        }

        private List<StateCondition> conditions() throws DavRefusal {
            expect('(');
            List<StateCondition> conditions = new ArrayList<>();
            while (!isAtEnd() && text.charAt(next) != ')') {
                conditions.add(condition());
            }
            expect(')');
            return conditions;
        }

        private StateCondition condition() throws DavRefusal {
            boolean isNot = text.regionMatches(true, next, "Not", 0, 3);
            next += isNot ? 3 : 0;
            if (isAtEnd()) {
                throw malformed();
            }
            return switch (text.charAt(next)) {
                case '<' -> new StateCondition(isNot, false, until('>'));
                case '[' -> new StateCondition(isNot, true, until(']'));
                default -> throw malformed();
            };
        }

        private String until(char end) throws DavRefusal {
            int stop = text.indexOf(end, next);
            if (stop < 0) {
                throw malformed();
            }
            String inside = text.substring(next + 1, stop).strip();
            next = stop + 1;
            return inside;
        }

        private void expect(char wanted) throws DavRefusal {
            if (isAtEnd() || text.charAt(next) != wanted) {
                throw malformed();
            }
            next++;
        }

        private boolean isAtEnd() {
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return next >= text.length();
        }

        private static DavRefusal malformed() {
            return DavRefusal.of(400, "If must be lists of conditions in parentheses (RFC 4918 section 10.4)");
        }
    }
}
