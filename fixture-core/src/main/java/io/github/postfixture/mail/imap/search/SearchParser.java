package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads search keys. */
final class SearchParser {

    private static final int DEEPEST = 100;

    private final Arguments arguments;
    private final MessageSets sets;
    private final Instant now;
    private Charset charset = TextCharset.DEFAULT;
    private boolean byModSeq;
    private int depth;

    SearchParser(Arguments arguments, MessageSets sets, Instant now) {
        this.arguments = arguments;
        this.sets = sets;
        this.now = now;
    }

    SearchCriteria criteria() throws BadSyntaxException, BadCharsetException {
        if (arguments.skipWord("CHARSET ")) {
            return charsetAndCriteria();
        }
        SearchKey key = SearchKey.all(keys());
        arguments.end();
        return new SearchCriteria(key, byModSeq);
    }

    SearchCriteria charsetAndCriteria() throws BadSyntaxException, BadCharsetException {
        charset = TextCharset.ofSearch(arguments.string());
        arguments.take(' ');
        SearchKey key = SearchKey.all(keys());
        arguments.end();
        return new SearchCriteria(key, byModSeq);
    }

    /** Return what time it is. */
    Instant now() {
        return now;
    }

    /** Take a key. */
    SearchKey key() throws BadSyntaxException {
        if (depth == DEEPEST) {
            throw new BadSyntaxException("The search is nested too deeply");
        }
        depth++;
        SearchKey key = anyKey();
        depth--;
        return key;
    }

    /** Take a space and a string in the charset of the search, to be found in any letter case. */
    WantedText wanted() throws BadSyntaxException {
        arguments.take(' ');
        return WantedText.of(new String(arguments.string().getBytes(StandardCharsets.ISO_8859_1), charset));
    }

    /** Take a space and a word. */
    String word() throws BadSyntaxException {
        arguments.take(' ');
        return arguments.string();
    }

    /** Take a space and a number. */
    long number() throws BadSyntaxException {
        arguments.take(' ');
        return arguments.number();
    }

    /** Take a space and a key. */
    SearchKey next() throws BadSyntaxException {
        arguments.take(' ');
        return key();
    }

    /** Take a space and a set of UIDs. */
    SearchKey uids() throws BadSyntaxException {
        arguments.take(' ');
        return set(true);
    }

    /** Take a space and the number of a change, and what kind of change it is, which makes no difference here. */
    long modSeq() throws BadSyntaxException {
        byModSeq = true;
        arguments.take(' ');
        if (arguments.isAt('"')) {
            arguments.string();
            word();
            arguments.take(' ');
        }
        return arguments.number();
    }

    private List<SearchKey> keys() throws BadSyntaxException {
        List<SearchKey> keys = new ArrayList<>();
        do {
            keys.add(key());
        } while (arguments.skip(' '));
        return keys;
    }

    private SearchKey anyKey() throws BadSyntaxException {
        if (arguments.skip('(')) {
            SearchKey key = SearchKey.all(keys());
            arguments.take(')');
            return key;
        }
        if (arguments.isAtDigit() || arguments.isAt('*') || arguments.isAt('$')) {
            return set(false);
        }
        return SearchKeys.take(arguments.atom().toUpperCase(Locale.ROOT), this);
    }

    private SearchKey set(boolean byUid) throws BadSyntaxException {
        return SearchKey.facts(sets.membersOf(arguments.set(), byUid));
    }
}
