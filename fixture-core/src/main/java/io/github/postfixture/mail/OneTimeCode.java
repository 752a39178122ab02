package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the code that a mail asks its reader to type. */
final class OneTimeCode {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,/#-])(\\d{3}[ -]\\d{3}|\\d{4,8})(?![\\w/-]|[.,]\\d)");
    private static final Pattern LABEL = Pattern.compile("(?i)\\b(\\w*code|pin|otp|tan|token|password)\\b");

    private OneTimeCode() {}

    /** Return the only number of four to eight digits, or the only one near a word such as "code". */
    static String in(ReceivedMail mail) {
        List<String> near = candidates(mail, NUMBER, LABEL);
        return only(mail, near.isEmpty() ? candidates(mail, NUMBER, Pattern.compile("")) : near)
                .replaceAll("[ -]", "");
    }

    static String in(ReceivedMail mail, Pattern pattern) {
        return only(mail, candidates(mail, pattern, Pattern.compile("")));
    }

    private static String only(ReceivedMail mail, List<String> candidates) {
        if (candidates.size() != 1) {
            throw new AssertionError("%nExpecting:%n  %s%nto have one code%nbut the candidates are:%n%s%n%s"
                    .formatted(
                            mail, Listing.of(candidates), "A pattern says which is meant: code(Pattern.compile(..))"));
        }
        return candidates.get(0);
    }

    private static List<String> candidates(ReceivedMail mail, Pattern pattern, Pattern label) {
        return sentences(mail)
                .filter(sentence -> label.matcher(sentence).find())
                .flatMap(sentence -> pattern.matcher(sentence).results())
                .map(OneTimeCode::value)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String value(MatchResult match) {
        return match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
    }

    /** Return paragraphs of the text, else the HTML as one. */
    private static Stream<String> sentences(ReceivedMail mail) {
        if (mail.hasText()) {
            return Stream.of(mail.text().replace("\r\n", "\n").split("(?<=[.!?])\\s+(?=\\p{Lu})|\n\n(?!\\s*\\d)"));
        }
        return mail.hasHtml()
                ? Stream.of(mail.html().text().split("(?<=[.!?])\\s+(?=\\p{Lu})"))
                : Stream.of(mail.subject());
    }
}
