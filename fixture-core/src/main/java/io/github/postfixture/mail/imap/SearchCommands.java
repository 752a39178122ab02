package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.search.BadCharsetException;
import io.github.postfixture.mail.imap.search.MessageSets;
import io.github.postfixture.mail.imap.search.SearchCriteria;
import io.github.postfixture.mail.imap.search.SearchedMessage;
import io.github.postfixture.mail.imap.search.SortOrder;
import io.github.postfixture.mail.imap.search.ThreadAlgorithm;
import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/** The commands that find messages (RFC 3501 section 6.4.4, RFC 4731, RFC 5256, RFC 5267). */
final class SearchCommands {

    private SearchCommands() {}

    static String search(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        SearchResult result = SearchResult.take(request);
        String wanted = request.arguments().rest();
        SearchCriteria criteria = criteria(session, request.arguments(), SearchCriteria::take);
        List<FoundMessage> found = criteria.matching(messages(session));
        session.searched(found.stream().map(FoundMessage::stored).toList(), wanted);
        session.output().lines(result.responses(session.selected(), found, criteria.asksForModSeq()));
        return request.name() + " completed";
    }

    static String sort(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        SearchResult result = SearchResult.take(request);
        SortOrder order = SortOrder.take(request.arguments());
        request.arguments().take(' ');
        SearchCriteria criteria = criteria(session, request.arguments(), SearchCriteria::takeAfterCharset);
        List<FoundMessage> found = order.sorted(criteria.matching(messages(session)));
        session.output().lines(result.responses(session.selected(), found, criteria.asksForModSeq()));
        return request.name() + " completed";
    }

    static String thread(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        ThreadAlgorithm algorithm = ThreadAlgorithm.take(request.arguments());
        request.arguments().take(' ');
        SearchCriteria criteria = criteria(session, request.arguments(), SearchCriteria::takeAfterCharset);
        ToLongFunction<SearchedMessage> shown = request.byUid() ? SearchedMessage::uid : SearchedMessage::number;
        String threads = algorithm.threads(criteria.matching(messages(session)), shown);
        session.output().line("* THREAD" + (threads.isEmpty() ? "" : " " + threads));
        return request.name() + " completed";
    }

    private static SearchCriteria criteria(ImapSession session, Arguments arguments, Taker taker)
            throws IOException, BadSyntaxException, ImapRefusedException {
        SelectedFolder selected = session.selected();
        try {
            SearchCriteria criteria = taker.take(
                    arguments,
                    (set, byUid) -> selected.membersOf(NumberSet.parse(set), byUid),
                    session.host().clock().instant());
            if (criteria.asksForModSeq()) {
                session.enableChangeNumbers();
            }
            return criteria;
        } catch (BadCharsetException e) {
            throw new ImapRefusedException("[BADCHARSET (US-ASCII UTF-8)] " + e.getMessage());
        }
    }

    private static List<FoundMessage> messages(ImapSession session) {
        SelectedFolder selected = session.selected();
        return session.account().locked(selected::messages).stream()
                .map(message -> FoundMessage.of(message, selected))
                .toList();
    }

    @FunctionalInterface
    private interface Taker {

        SearchCriteria take(Arguments arguments, MessageSets sets, Instant now)
                throws BadSyntaxException, BadCharsetException;
    }
}
