package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.FailureMessage;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the code that a mail asks its reader to type. */
final class OneTimeCode {

    private static final String BEFORE = "(?<![\\w.,/#-])";
    private static final String AFTER = "(?![\\w/-]|[.,]\\d)";
    private static final String GAP = "[\\s|]{1,4}";

    /** Digits together, in groups, or each in a cell of its own. */
    private static final String DIGITS =
            "\\d{4}[ -]\\d{4}|\\d{4,8}|\\d{3}[ -]\\d{3}|\\d\\d(?:[ -]\\d\\d){2,3}" + "|\\d(?:" + GAP + "\\d){3,7}";

    /** Capitals with digits among them, in the same ways; and four and four, which need no digit. */
    private static final String CAPITALS = "(?=[A-Z-]{0,9}\\d)(?=[\\d-]{0,9}[A-Z])"
            + "(?:[A-Z\\d]{5,10}|[A-Z\\d]{3,5}(?:-[A-Z\\d]{3,5}){1,3}|[A-Z]-\\d{4,8})|[A-Z]{4}-[A-Z]{4}"
            + "|(?=(?:[A-Z]" + GAP + "){0,7}\\d)[A-Z\\d](?:" + GAP + "[A-Z\\d]){3,7}";

    private static final Pattern NUMBER = Pattern.compile(BEFORE + "(?:" + DIGITS + ")" + AFTER);
    private static final Pattern CODE = Pattern.compile(BEFORE + "(?:" + DIGITS + "|" + CAPITALS + ")" + AFTER);
    private static final Pattern MIXED = Pattern.compile(
            BEFORE + "(?=[A-Za-z]{0,9}\\d[A-Za-z]{0,9}\\d)(?=\\d{0,9}[A-Za-z])[A-Za-z\\d]{6,10}" + AFTER);
    private static final Pattern LABEL = Pattern.compile("(?i)\\b(\\w*code|pin|otp|tan|token|password)\\b");
    private static final Pattern ANYWHERE = Pattern.compile("");

    private OneTimeCode() {}

    /** Return the only code near a word such as "code", or else the only one at all. */
    static String in(ReceivedMail mail) {
        String text = OtherNumbers.hidden(text(mail));
        List<String> near = Sentences.of(OtherNumbers.hiddenOfThings(text));
        List<String> all = Sentences.of(text);
        return only(
                mail,
                Stream.of(
                                candidates(near, CODE, LABEL),
                                candidates(near, MIXED, LABEL),
                                candidates(all, NUMBER, ANYWHERE),
                                candidates(all, CODE, ANYWHERE))
                        .filter(candidates -> !candidates.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
    }

    static String in(ReceivedMail mail, Pattern pattern) {
        return only(
                mail,
                Sentences.of(text(mail)).stream()
                        .flatMap(sentence -> pattern.matcher(sentence).results())
                        .map(OneTimeCode::value)
                        .distinct()
                        .toList());
    }

    private static String only(ReceivedMail mail, List<String> candidates) {
        if (candidates.size() != 1) {
            throw FailureMessage.lacking("one code", "candidate", candidates)
                    .on(mail)
                    .with("A pattern says which is meant: code(Pattern.compile(..))")
                    .error();
        }
        return candidates.get(0);
    }

    private static List<String> candidates(List<String> sentences, Pattern pattern, Pattern label) {
        return sentences.stream()
                .filter(sentence -> label.matcher(sentence).find())
                .flatMap(sentence -> pattern.matcher(sentence).results())
                .map(match -> match.group().replaceAll("[\\s|-]", ""))
                .distinct()
                .toList();
    }

    private static String value(MatchResult match) {
        return match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
    }

    private static String text(ReceivedMail mail) {
        if (mail.hasText()) {
            return mail.text();
        }
        return mail.hasHtml() ? mail.html().text() : mail.subject();
    }
}
