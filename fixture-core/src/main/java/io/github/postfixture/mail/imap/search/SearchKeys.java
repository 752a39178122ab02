package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mime.MailDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The search keys by name. */
final class SearchKeys {

    private static final List<String> ADDRESSES = List.of("FROM", "TO", "CC", "BCC");
    private static final List<String> FLAGS = List.of("ANSWERED", "DELETED", "DRAFT", "FLAGGED", "SEEN");
    private static final Map<String, Reading> BY_NAME = readings();

    private SearchKeys() {}

    /**
     * Take what follows the name of a key, in capitals.
     *
     * @throws BadSyntaxException if there is no such key, or something else follows
     */
    static SearchKey take(String name, SearchParser parser) throws BadSyntaxException {
        Reading reading = BY_NAME.get(name);
        if (reading == null) {
            throw new BadSyntaxException("Unknown search key " + name);
        }
        return reading.read(parser);
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> readings = new HashMap<>();
        addComposed(readings);
        addFlags(readings);
        addFacts(readings);
        addTexts(readings);
        addDates(readings);
        return Map.copyOf(readings);
    }

    private static void addComposed(Map<String, Reading> readings) {
        readings.put("ALL", parser -> SearchKey.all(List.of()));
        readings.put("NOT", parser -> parser.next().negated());
        readings.put("OR", parser -> parser.next().or(parser.next()));
        readings.put("UID", SearchParser::uids);
    }

    private static void addFlags(Map<String, Reading> readings) {
        for (String flag : FLAGS) {
            readings.put(flag, parser -> flag("\\" + flag));
            readings.put("UN" + flag, parser -> flag("\\" + flag).negated());
        }
        readings.put("RECENT", parser -> flag("\\Recent"));
        readings.put("OLD", parser -> flag("\\Recent").negated());
        readings.put(
                "NEW",
                parser -> SearchKey.all(List.of(flag("\\Recent"), flag("\\Seen").negated())));
        readings.put("KEYWORD", parser -> flag(parser.word()));
        readings.put("UNKEYWORD", parser -> flag(parser.word()).negated());
    }

    private static void addFacts(Map<String, Reading> readings) {
        readings.put("LARGER", parser -> size(parser, (size, limit) -> size > limit));
        readings.put("SMALLER", parser -> size(parser, (size, limit) -> size < limit));
        readings.put("OLDER", SearchKeys::older);
        readings.put("YOUNGER", parser -> older(parser).negated());
        readings.put("MODSEQ", SearchKeys::modSeq);
    }

    private static void addTexts(Map<String, Reading> readings) {
        for (String name : ADDRESSES) {
            readings.put(name, parser -> addresses(name, parser.wanted()));
        }
        readings.put("SUBJECT", parser -> header("Subject", parser.wanted()));
        readings.put("HEADER", parser -> header(parser.word(), parser.wanted()));
        readings.put("BODY", parser -> body(parser.wanted()));
        readings.put("TEXT", parser -> text(parser.wanted()));
    }

    private static void addDates(Map<String, Reading> readings) {
        readings.put("BEFORE", parser -> received(parser, LocalDate::isBefore));
        readings.put("ON", parser -> received(parser, LocalDate::equals));
        readings.put("SINCE", parser -> received(parser, LocalDate::isBefore).negated());
        readings.put("SENTBEFORE", parser -> sent(parser, LocalDate::isBefore));
        readings.put("SENTON", parser -> sent(parser, LocalDate::equals));
        readings.put("SENTSINCE", parser -> sent(parser, (date, limit) -> !date.isBefore(limit)));
    }

    private static SearchKey flag(String name) {
        return SearchKey.facts(message -> message.hasFlag(name));
    }

    private static SearchKey size(SearchParser parser, BiPredicate<Long, Long> comparison) throws BadSyntaxException {
        long limit = parser.number();
        return SearchKey.facts(
                message -> comparison.test(message.content().octets().length(), limit));
    }

    /** Messages as old as that, in seconds, or older (RFC 5032). */
    private static SearchKey older(SearchParser parser) throws BadSyntaxException {
        long seconds = Math.min(parser.number(), Integer.MAX_VALUE);
        Instant limit = parser.now().minusSeconds(seconds);
        return SearchKey.facts(message -> !message.receivedAt().toInstant().isAfter(limit));
    }

    private static SearchKey modSeq(SearchParser parser) throws BadSyntaxException {
        long limit = parser.modSeq();
        return SearchKey.facts(message -> message.modSeq() >= limit);
    }

    private static SearchKey header(String name, WantedText wanted) {
        return SearchKey.header(candidate -> candidate.headerContains(name, wanted));
    }

    private static SearchKey addresses(String name, WantedText wanted) {
        return SearchKey.header(candidate -> candidate.addressesContain(name, wanted));
    }

    private static SearchKey body(WantedText wanted) {
        return SearchKey.body(candidate -> candidate.bodyContains(wanted));
    }

    private static SearchKey text(WantedText wanted) {
        return SearchKey.body(candidate -> candidate.contains(wanted));
    }

    /** Messages by the day of their internal date, whatever time and zone it has (RFC 3501 section 6.4.4). */
    private static SearchKey received(SearchParser parser, BiPredicate<LocalDate, LocalDate> comparison)
            throws BadSyntaxException {
        LocalDate limit = SearchDay.parse(parser.word());
        return SearchKey.facts(message -> comparison.test(message.receivedAt().toLocalDate(), limit));
    }

    private static SearchKey sent(SearchParser parser, BiPredicate<LocalDate, LocalDate> comparison)
            throws BadSyntaxException {
        LocalDate limit = SearchDay.parse(parser.word());
        return SearchKey.header(candidate -> {
            Optional<LocalDate> sent =
                    candidate.field("Date").flatMap(MailDate::parse).map(MailDate::day);
            return sent.filter(day -> comparison.test(day, limit)).isPresent();
        });
    }

    /** How what follows the name of a key is read. */
    @FunctionalInterface
    private interface Reading {

        SearchKey read(SearchParser parser) throws BadSyntaxException;
    }
}
