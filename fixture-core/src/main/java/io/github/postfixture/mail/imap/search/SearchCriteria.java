package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a client searches for (RFC 3501 section 6.4.4, RFC 9051 section 6.4.4). Immutable. */
public final class SearchCriteria {

    private final SearchKey key;
    private final boolean byModSeq;

    SearchCriteria(SearchKey key, boolean byModSeq) {
        this.key = key;
        this.byModSeq = byModSeq;
    }

    /**
     * Take the criteria, and the charset before them if there is one; they are all that is left.
     *
     * @param arguments what follows {@code SEARCH}, without {@code RETURN}
     * @param sets knows the messages
     * @param now what time it is
     * @throws BadSyntaxException if they are none
     * @throws BadCharsetException if the charset is unknown
     */
    public static SearchCriteria take(Arguments arguments, MessageSets sets, Instant now)
            throws BadSyntaxException, BadCharsetException {
        return new SearchParser(arguments, sets, now).criteria();
    }

    /**
     * Take a charset and the criteria, as {@code SORT} and {@code THREAD} have them; they are all that is left.
     *
     * @throws BadSyntaxException if they are none
     * @throws BadCharsetException if the charset is unknown
     */
    public static SearchCriteria takeAfterCharset(Arguments arguments, MessageSets sets, Instant now)
            throws BadSyntaxException, BadCharsetException {
        return new SearchParser(arguments, sets, now).charsetAndCriteria();
    }

    /** Return whether {@code MODSEQ} is among the criteria, so that the answer has to name one (RFC 7162). */
    public boolean asksForModSeq() {
        return byModSeq;
    }

    /** Return which of the messages are found, in their order. */
    public <T extends SearchedMessage> List<T> matching(Collection<T> messages) {
        return messages.stream()
                .filter(message -> key.matches(new Candidate(message)))
                .toList();
    }
}
