package io.github.postfixture.mime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a {@link MailDate}, in the order of its words: day of the week, day, month, year, time, zone. */
final class DateParser {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("z", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));
    private static final int LONGEST = 1000;

    private final String field;
    private final Consumer<String> remarks;
    private final List<String> words;
    private Optional<String> weekday = Optional.empty();
    private int next;
    private int midnights;

    DateParser(String field, Consumer<String> remarks) {
        this.field = field.strip();
        this.remarks = remarks;
        words = field.length() > LONGEST ? List.of() : words(field);
    }

    Optional<MailDate> date() {
        try {
            Optional<MailDate> date = iso().or(this::parsed);
            date.ifPresent(found -> verifyWeekday(found.day().minusDays(midnights)));
            return date;
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<MailDate> parsed() {
        takeWeekday();
        boolean monthFirst = month(word()).isPresent();
        Optional<Integer> month = monthFirst ? month(take()) : Optional.empty();
        Optional<Integer> day = number(take(), 2);
        month = month.or(() -> month(take()));
        Optional<LocalTime> time = monthFirst ? time() : Optional.empty();
        String zone = monthFirst && number(word(), 4).isEmpty() ? take() : "";
        Optional<Integer> year = year(take());
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        if (monthFirst) {
            remarks.accept("names the month before the day");
        }
        LocalDate date = LocalDate.of(year.get(), month.get(), day.get());
        return zoned(date, time.or(this::time), zone);
    }

    private Optional<MailDate> zoned(LocalDate date, Optional<LocalTime> time, String named) {
        if (time.isEmpty()) {
            if (word().contains(":")) {
                return Optional.empty();
            }
            remarks.accept("has no time");
        }
        ZoneOffset zone = zone(named.isEmpty() ? take() : named);
        if (next < words.size()) {
            remarks.accept("has more after its end: " + word());
        }
        return Optional.of(
                MailDate.of(date.atTime(time.orElse(LocalTime.MIDNIGHT)).plusDays(midnights), zone));
    }

    private void takeWeekday() {
        if (!word().isEmpty()
                && Character.isLetter(word().charAt(0))
                && month(word()).isEmpty()) {
            weekday = Optional.of(take());
        }
    }

    private void verifyWeekday(LocalDate day) {
        weekday.ifPresent(name -> {
            int index = DAYS.indexOf(start(name));
            if (index < 0) {
                remarks.accept("has the unknown day of the week " + name);
            } else if (DayOfWeek.of(index + 1) != day.getDayOfWeek()) {
                String actual = day.getDayOfWeek().name();
                remarks.accept("says " + name + ", but that day is a " + actual.charAt(0)
                        + actual.substring(1).toLowerCase(Locale.ROOT));
            }
        });
    }

    private Optional<Integer> year(String text) {
        Optional<Integer> year = number(text, 4);
        if (text.length() == 4 || year.isEmpty() || text.length() == 1) {
            return text.length() == 1 ? Optional.empty() : year;
        }
        remarks.accept("has a year of " + (text.length() == 2 ? "two digits" : "three digits"));
        return year.map(value -> text.length() == 2 && value < 50 ? 2000 + value : 1900 + value);
    }

    /** Take a time; nothing if none is next, or it is none. A leap second is taken for the one before it. */
    private Optional<LocalTime> time() {
        String[] parts = word().split("[:.]", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Optional<Integer> hour = number(parts[0], 2);
        Optional<Integer> minute = number(parts[1], 2);
        Optional<Integer> second = parts.length == 2 ? Optional.of(0) : number(parts[2], 2);
        if (hour.isEmpty() || minute.isEmpty() || second.isEmpty() || second.get() > 60) {
            return Optional.empty();
        }
        take();
        boolean midnight = hour.get() == 24 && minute.get() == 0 && second.get() == 0;
        if (midnight) {
            midnights = 1;
            remarks.accept("has the time 24:00");
        }
        return Optional.of(LocalTime.of(midnight ? 0 : hour.get(), minute.get(), Math.min(59, second.get())));
    }

    private ZoneOffset zone(String text) {
        if (text.isEmpty()) {
            remarks.accept("has no zone");
            return ZoneOffset.UTC;
        }
        String digits = text.replaceFirst("(?i)^(?:gmt|utc)(?=[+-])", "").replace(":", "");
        if (digits.matches("[+-]\\d{4}")) {
            return offset(digits, text);
        }
        Optional<Integer> hours = Optional.ofNullable(ZONES.get(text.toLowerCase(Locale.ROOT)));
        remarks.accept(hours.isPresent() ? "names its zone: " + text : "has the unknown zone " + text);
        return ZoneOffset.ofHours(hours.orElse(0));
    }

    private ZoneOffset offset(String digits, String text) {
        int sign = digits.startsWith("-") ? -1 : 1;
        int hours = Integer.parseInt(digits, 1, 3, 10);
        int minutes = Integer.parseInt(digits, 3, 5, 10);
        if (!digits.equals(text)) {
            remarks.accept("has a zone that is written " + text);
        }
        if (hours >= 18 || minutes >= 60) {
            remarks.accept("has the unknown zone " + text);
            return ZoneOffset.UTC;
        }
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private Optional<MailDate> iso() {
        try {
            OffsetDateTime date = OffsetDateTime.parse(field);
            remarks.accept("is written as ISO 8601 has it");
            return Optional.of(MailDate.of(date.toLocalDateTime(), date.getOffset()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String word() {
        return next < words.size() ? words.get(next) : "";
    }

    private String take() {
        String word = word();
        next++;
        return word;
    }

    private static Optional<Integer> month(String text) {
        int index = MONTHS.indexOf(start(text));
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(3, text.length())).toLowerCase(Locale.ROOT);
    }

    private static Optional<Integer> number(String text, int mostDigits) {
        boolean valid =
                !text.isEmpty() && text.length() <= mostDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** Split a date without its comments into words; a dash separates those of a day, and begins a zone. */
    private static List<String> words(String field) {
        List<String> words = new ArrayList<>();
        for (String word : CommentText.removed(field).split("[\\s,]+", -1)) {
            words.addAll(isDay(word) ? List.of(word.split("-", -1)) : split(word));
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    private static boolean isDay(String word) {
        return !word.isEmpty()
                && Character.isDigit(word.charAt(0))
                && word.chars().anyMatch(Character::isLetter)
                && !word.contains(":");
    }

    /** Split a time from a zone that follows without white space. */
    private static List<String> split(String word) {
        int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
        boolean time = sign > 0 && Character.isDigit(word.charAt(0));
        return time ? List.of(word.substring(0, sign), word.substring(sign)) : List.of(word);
    }
}
