package io.github.postfixture.mail.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in an IMAP response: a string, a number, {@code NIL}, or a list of these (RFC 9051 section 4).
 *
 * @param text the string or number, one character for each byte; empty for {@code NIL} and for a list
 * @param isNil whether it is {@code NIL}
 * @param items what is in the list
 */
record ImapValue(String text, boolean isNil, List<ImapValue> items) {

    ImapValue {
        items = List.copyOf(items);
    }

    static ImapValue parse(String response) {
        return new Parser(response).value();
    }

    ImapValue at(int index) {
        return items.get(index);
    }

    boolean isList() {
        return !items.isEmpty();
    }

    /** Reads a response from its begin to its end. */
    private static final class Parser {

        private final String response;
        private int at;

        Parser(String response) {
            this.response = response;
        }

        ImapValue value() {
            return switch (response.charAt(at)) {
                case '(' -> list();
                case '"' -> new ImapValue(quoted(), false, List.of());
                case '{' -> new ImapValue(literal(), false, List.of());
                default -> atom();
            };
        }

        private ImapValue list() {
            List<ImapValue> items = new ArrayList<>();
            at++;
            while (response.charAt(at) != ')') {
                items.add(value());
                at += response.charAt(at) == ' ' ? 1 : 0;
            }
            at++;
            return new ImapValue("", false, items);
        }

        private String quoted() {
            StringBuilder text = new StringBuilder();
            for (at++; response.charAt(at) != '"'; at++) {
                at += response.charAt(at) == '\\' ? 1 : 0;
                text.append(response.charAt(at));
            }
            at++;
            return text.toString();
        }

        private String literal() {
            int end = response.indexOf("}\r\n", at);
            int length = Integer.parseInt(response.substring(at + 1, end));
            at = end + 3 + length;
            return response.substring(end + 3, at);
        }

        private ImapValue atom() {
            int start = at;
            while (at < response.length() && " ()".indexOf(response.charAt(at)) < 0) {
                at++;
            }
            String atom = response.substring(start, at);
            return new ImapValue(atom.equals("NIL") ? "" : atom, atom.equals("NIL"), List.of());
        }
    }
}
