package io.github.postfixture.mime;

import io.github.postfixture.mime.AddressList.Entry;
import io.github.postfixture.mime.AddressList.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads addresses strictly (RFC 5322 section 3.4): what it cannot make out is refused with its reason. */
final class AddressListParser {

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder raw = new StringBuilder();
    private String comment = "";
    private int at;
    private boolean inGroup;

    AddressListParser(String text) {
        this.text = text;
    }

    List<Entry> entries() {
        while (at < text.length()) {
            entry();
        }
        require(!inGroup, "the group lacks the ; that ends it");
        return entries;
    }

    /** Read up to the character that ends an address, and that too. */
    private void entry() {
        readWords();
        char end = at < text.length() ? text.charAt(at++) : ',';
        switch (end) {
            case '<' -> mailbox();
            case ':' -> beginGroup();
            case ';' -> endGroup();
            case ',' -> bareMailbox();
            default -> throw refused("it has a " + end + " that nothing opens");
        }
    }

    private void mailbox() {
        int start = at;
        String name = words.toString();
        require(closeAngle(), "it lacks the > that ends it");
        entries.add(mailbox(name, text.substring(start, at - 1)));
        readWords();
        require(raw.isEmpty() && (at == text.length() || isAt(",;")), "after the > there is more than a comma");
    }

    private void bareMailbox() {
        if (!raw.isEmpty()) {
            entries.add(mailbox(comment, raw.toString()));
        }
    }

    private void beginGroup() {
        require(!inGroup && !words.isEmpty(), "a group is such as Team: bob@example.org, carol@example.org;");
        inGroup = true;
        entries.add(Entry.groupBegin(words.toString()));
    }

    private void endGroup() {
        bareMailbox();
        require(inGroup, "it has a ; that ends no group");
        inGroup = false;
        entries.add(Entry.groupEnd());
    }

    /** Read words and comments up to the next special character; a comment is what a name once was. */
    private void readWords() {
        words.setLength(0);
        raw.setLength(0);
        comment = "";
        boolean spaced = false;
        while (at < text.length() && !isAt("<>,;:")) {
            char c = text.charAt(at);
            if (c == '(') {
                comment = quoted('(', ')');
            } else if (c == ' ' || c == '\t') {
                spaced = true;
                at++;
            } else {
                words.append(spaced && !words.isEmpty() ? " " : "");
                raw.append(spaced && !raw.isEmpty() ? " " : "");
                readWord();
                spaced = false;
            }
        }
    }

    private void readWord() {
        int start = at;
        if (text.charAt(at) == '"') {
            words.append(quoted('"', '"'));
        } else if (text.charAt(at) == '[') {
            words.append(quoted('[', ']'));
        } else {
            words.append(text.charAt(at++));
        }
        raw.append(text, start, at);
    }

    /** Read up to a closing character, and return what is between, its escapes undone; comments may be nested. */
    private String quoted(char open, char close) {
        StringBuilder inner = new StringBuilder();
        int depth = 1;
        while (++at < text.length()) {
            char c = text.charAt(at);
            depth += c == close ? -1 : c == open ? 1 : 0;
            if (depth == 0) {
                at++;
                return inner.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            inner.append(c);
        }
        throw refused("it lacks the " + close + " that ends what " + open + " begins");
    }

    private boolean closeAngle() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted('"', '"');
            } else {
                at++;
            }
            if (c == '>') {
                return true;
            }
        }
        return false;
    }

    private Entry mailbox(String name, String address) {
        String routed = address.strip();
        String mailbox = routed.startsWith("@") ? routed.substring(routed.indexOf(':') + 1) : routed;
        int split = mailbox.lastIndexOf('@');
        String local = local(split < 0 ? mailbox : mailbox.substring(0, split));
        return new Entry(Kind.MAILBOX, name, local, split < 0 ? "" : domain(mailbox.substring(split + 1)));
    }

    private String local(String local) {
        AddressListParser parser = new AddressListParser(local);
        if (local.startsWith("\"")) {
            String unquoted = parser.quoted('"', '"');
            require(parser.at == local.length(), local + " is no name of a mailbox");
            return unquoted;
        }
        require(
                !local.isEmpty() && local.chars().allMatch(c -> Phrase.isAtom(c) || c == '.'),
                local + " is no name of a mailbox");
        return local;
    }

    private String domain(String domain) {
        boolean literal = domain.startsWith("[") && domain.endsWith("]");
        String letters = literal ? domain.substring(1, domain.length() - 1) : domain;
        require(
                !letters.isEmpty() && letters.chars().allMatch(c -> isOfDomain(c) || (literal && c == ':')),
                domain + " is no domain");
        return domain;
    }

    private boolean isAt(String specials) {
        return specials.indexOf(text.charAt(at)) >= 0;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw refused(otherwise);
        }
    }

    private static boolean isOfDomain(int c) {
        return Phrase.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c > 0x7f;
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException(
                "address (" + text + ") must be such as carol@example.net or Carol <carol@example.net>: " + reason);
    }
}
