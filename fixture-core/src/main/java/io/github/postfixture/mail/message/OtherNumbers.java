package io.github.postfixture.mail.message;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in a text that are no one-time codes. */
final class OtherNumbers {

    private static final String HIDDEN = "\u2026";
    private static final Pattern WORD = Pattern.compile("\\S++");
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\w+(])[+(]{0,2}\\d[\\d ()/-]*+");
    private static final Pattern WIDE_GAP = Pattern.compile("[ ()/-]{3}| {2}");
    private static final Pattern GAP = Pattern.compile("[ ()/-]+");
    private static final int LEAST_DIGITS = 9;
    private static final int LEAST_GROUPS = 3;

    private static final String YEAR = "(?:19|20)\\d\\d(?!\\w)";
    private static final String AMOUNT = "\\d(?:[\\d.,]{0,20}\\d)?";
    private static final String CURRENCY = "EUR|USD|GBP|CHF|JPY";

    private static final List<Pattern> KINDS = List.of(
            dates("\\d{4}-\\d\\d-\\d\\d"),
            dates("\\d{1,2}-\\d{1,2}-" + YEAR),
            dates("\\d{1,2}([./])\\d{1,2}\\1\\d{2,4}(?!\\w)"),
            dates("\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?\\p{L}{3,12}\\.? (?:de )?" + YEAR),
            dates("\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?, " + YEAR),
            dates("(?:\u00a9|\\([cC]\\)|[cC]opyright) ?(?:" + YEAR + "-)?" + YEAR),
            Pattern.compile("(?:\\p{Sc}|\\b(?:" + CURRENCY + ")) ?" + AMOUNT),
            Pattern.compile(
                    "(?<![\\w.,])" + AMOUNT + " ?(?:[\\p{Sc}%]|(?i:" + CURRENCY + "|euros?|dollars?|pounds?)\\b)"),
            Pattern.compile(
                    "(?i)(?<![\\w.,])\\d{1,9} ?(?:sec(?:onds?)?|min(?:utes?)?|hours?|days?|weeks?|months?|years?"
                            + "|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?)\\b"),
            Pattern.compile("(?i)\\b(?:tel|telephone|telefon|phone|fax|mobile|hotline|call|dial)\\b[.: ]{0,3}"
                    + "\\+?\\d[\\d ()/-]*+"));

    private static final Pattern THINGS =
            Pattern.compile("(?i)\\b(?:(?:order|invoice|account|customer|ticket|case|booking"
                    + "|reservation|reference|ref|tracking|transaction|contract|member|article|item|version|build|flight|room|card"
                    + "|bestellung|rechnung|konto|kunde|auftrag|buchung|vertrag|vorgang|sendung|artikel"
                    + "|(?:bestell|rechnungs|konto|kunden|auftrags|buchungs|vertrags|vorgangs|sendungs|artikel)-?(?:nummer|nr))"
                    + "(?: ?(?:number|no|nr|id|nummer)\\b)?\\.?|no\\.|nr\\.)[:# ]{0,3}\\d[\\d-]*+");

    private OtherNumbers() {}

    private static Pattern dates(String form) {
        return Pattern.compile("(?<![\\w.,/-])" + form);
    }

    /** Return the text without addresses, telephone numbers, dates, sums and times that pass. */
    static String hidden(String text) {
        String hidden = WORD.matcher(TextLinks.hidden(text, HIDDEN))
                .replaceAll(word -> Matcher.quoteReplacement(withoutAddress(word.group())));
        for (Pattern kind : KINDS) {
            hidden = kind.matcher(hidden).replaceAll(HIDDEN);
        }
        return TELEPHONE.matcher(hidden).replaceAll(OtherNumbers::withoutTelephone);
    }

    /** Return the text without the numbers that say which thing is meant, such as those of orders. */
    static String hiddenOfThings(String text) {
        return THINGS.matcher(text).replaceAll(HIDDEN);
    }

    /** Return a word; of a web or mail address, or a message id, only the punctuation after it. */
    private static String withoutAddress(String word) {
        boolean address = word.contains("://")
                || word.indexOf('@') > 0
                || word.toLowerCase(Locale.ROOT).contains("www.");
        return address ? HIDDEN + word.substring(endOfAddress(word)) : word;
    }

    private static int endOfAddress(String word) {
        int end = word.length();
        while (end > 0 && ".,:;!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Return what stands for a run of digits: itself, unless it is long, and begins or is grouped as a telephone number. */
    private static String withoutTelephone(MatchResult run) {
        String text = run.group().strip();
        long digits = text.chars().filter(Character::isDigit).count();
        boolean grouped = !WIDE_GAP.matcher(text).find() && GAP.split(text).length >= LEAST_GROUPS;
        boolean beginning =
                "+(0".indexOf(text.charAt(0)) >= 0 && GAP.matcher(text).find();
        boolean telephone = text.startsWith("+") || (digits >= LEAST_DIGITS && (grouped || beginning));
        return telephone ? HIDDEN + " " : Matcher.quoteReplacement(run.group());
    }
}
