package io.github.postfixture.mail.message;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds {@code null}, {@code undefined} and {@code NaN} where a text should say a value, and not where prose uses them. */
final class MissingValues {

    private static final Pattern NOTHING = Pattern.compile("(?<![\\w.-])(?:null|undefined|NaN)(?![\\w-])");
    private static final int FARTHEST = 40;
    private static final String OPENING = "([\"'«»“”„‚‘’";
    private static final String CLOSING = ")]\"'»«”“‘’";

    private static final Pattern ADDRESSED =
            Pattern.compile("(?iu)(?:^|[^\\p{L}])(?:hello|hi|hey|dear|welcome|thanks|thank you"
                    + "|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|moin|servus|willkommen|danke|sehr geehrte[rs]?"
                    + "|guten (?:morgen|tag|abend)|bonjour|bonsoir|salut|ch[eè]re?|hola|estimad[oa]|ciao|gentile|ol[aá]|hej|beste|geachte),?"
                    + "(?: (?:back|again|mr|mrs|ms|miss|dr|prof|herrn?|frau|zurück|m|mme|se[nñ]ora?)\\.?)? $");
    private static final Pattern NAMED =
            Pattern.compile("(?iu)(?:^|[^\\p{L}])(?:order|invoice|booking|reservation|ticket"
                    + "|customer|account|user|reference|number|code|id|n[or]\\.|bestellung|rechnung|buchung|auftrag|kunde|konto|nummer"
                    + "|\\p{L}{1,20}nummer) $");
    private static final Pattern LABELLED = Pattern.compile("(?:[:=|][ \\t]?|[#$€£/])$");
    private static final Pattern CLOSED = Pattern.compile("%| ?(?:[|€$£]|(?:EUR|USD|GBP|CHF)\\b)");
    private static final Pattern REPEATED = Pattern.compile(" (?:null|undefined)(?![\\w-])");
    private static final Pattern SALUTATION = Pattern.compile("\\p{Lu}\\p{L}{1,20} ");
    private static final Pattern LAST = Pattern.compile("\\s*+(?:$|\\n\\s*+\\n)");
    private static final Set<String> BEFORE_PROSE = Set.of(
            "auf", "bei", "von", "gegen", "unter", "über", "gleich", "ist", "mit", "zu", "um", "is", "are", "be", "was",
            "as", "to", "from", "of", "the", "a", "an", "remains", "left");

    private final String text;
    private final MatchResult word;

    private MissingValues(String text, MatchResult word) {
        this.text = text;
        this.word = word;
    }

    static Stream<MatchResult> in(String text) {
        return NOTHING.matcher(text).results().filter(word -> new MissingValues(text, word).isValue());
    }

    private boolean isValue() {
        return word.group().equals("NaN")
                || ADDRESSED.matcher(before()).find()
                || NAMED.matcher(before()).find()
                || LABELLED.matcher(before()).find()
                || CLOSED.matcher(after()).lookingAt()
                || REPEATED.matcher(after()).lookingAt()
                || before().endsWith(word.group() + " ")
                || isEnclosed()
                || isLine()
                || isSalutation()
                || isLast();
    }

    private boolean isEnclosed() {
        String before = before();
        return !before.isEmpty()
                && !after().isEmpty()
                && OPENING.indexOf(before.charAt(before.length() - 1)) >= 0
                && CLOSING.indexOf(after().charAt(0)) >= 0;
    }

    private boolean isLine() {
        return before().isBlank() && after().lines().findFirst().orElse("").isBlank();
    }

    /** Return whether the line is one word before and a comma or an exclamation mark after, as in {@code Merhaba null,}. */
    private boolean isSalutation() {
        String line = after().lines().findFirst().orElse("").strip();
        return SALUTATION.matcher(before()).matches() && (line.equals(",") || line.equals("!"));
    }

    /** Return whether a paragraph ends here without a full stop, and not as prose would. */
    private boolean isLast() {
        String[] words = before().strip().split("\\s+", -1);
        return LAST.matcher(after()).lookingAt() && !BEFORE_PROSE.contains(words[words.length - 1]);
    }

    private String before() {
        String line = text.substring(Math.max(0, word.start() - FARTHEST), word.start());
        return line.substring(line.lastIndexOf('\n') + 1);
    }

    private String after() {
        return text.substring(word.end(), Math.min(text.length(), word.end() + FARTHEST));
    }
}
